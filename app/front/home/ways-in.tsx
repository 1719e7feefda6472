import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '#app/ui/display/icon';
import { CellGrid } from '#app/ui/layout/columns';
import { Section } from './section';

const WAYS: { icon: IconName; title: string; text: string; href: string; link: string }[] = [
  {
    icon: 'people',
    title: 'platform:home.ways.cooperative',
    text: 'platform:home.ways.cooperativeText',
    href: '/sign-up',
    link: 'platform:home.ways.cooperativeLink',
  },
  {
    icon: 'box',
    title: 'platform:home.ways.buyer',
    text: 'platform:home.ways.buyerText',
    href: '/lots',
    link: 'platform:home.ways.buyerLink',
  },
  {
    icon: 'scales',
    title: 'platform:home.ways.anyone',
    text: 'platform:home.ways.anyoneText',
    href: '/methods',
    link: 'platform:home.ways.anyoneLink',
  },
];

/** Where to begin, for each of the three who come here. */
export function WaysIn() {
  const { t } = useTranslation();
  return (
    <Section title={t('platform:home.ways.title')}>
      <CellGrid>
        {WAYS.map(({ icon, title, text, href, link }) => (
          <div key={title} className="flex min-w-0 flex-col rounded-card border border-line bg-card p-5 shadow-card">
            <span className="mb-3 inline-flex size-11 items-center justify-center rounded-full bg-oxide-tint text-oxide">
              <Icon name={icon} size={24} />
            </span>
            <h3 className="font-display text-lg leading-snug font-semibold">{t(title)}</h3>
            <p className="mt-1 mb-3">{t(text)}</p>
            <a href={href} className="mt-auto inline-flex min-h-11 items-center font-semibold">
              {t(link)}
            </a>
          </div>
        ))}
      </CellGrid>
    </Section>
  );
}
