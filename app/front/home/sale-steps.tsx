import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { Section } from './section';

const STEPS = [
  { title: 'platform:home.steps.band', text: 'platform:home.steps.bandText' },
  { title: 'platform:home.steps.held', text: 'platform:home.steps.heldText' },
  { title: 'platform:home.steps.paid', text: 'platform:home.steps.paidText' },
  { title: 'platform:home.steps.shared', text: 'platform:home.steps.sharedText' },
] as const;

/** From a lot to money in members' hands, in four sentences. */
export function SaleSteps() {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section title={t('platform:home.steps.title')}>
      <ol className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
        {STEPS.map(({ title, text }, index) => (
          <li key={title} className="flex gap-4 border-t-[3px] border-green pt-3 lg:block">
            <span
              aria-hidden="true"
              className="font-display text-2xl leading-none font-semibold text-green lg:mb-2 lg:block"
            >
              {format.number(index + 1)}
            </span>
            <span className="block min-w-0">
              <strong className="block font-semibold">{t(title)}</strong>
              <span className="text-soft">{t(text)}</span>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
