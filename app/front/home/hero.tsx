import { useTranslation } from 'react-i18next';
import type { LotCard } from '#app/catalogue/search/lot-card';
import { LinkButton } from '#app/ui/actions/button';
import { ButtonRow } from '#app/ui/actions/button-row';
import { FeaturedLot } from './featured-lot';

export interface HeroProps {
  featured: LotCard | null;
  lots: number;
  countries: number;
}

/** What Fairlode is in one sentence, and a lot that shows it. */
export function Hero({ featured, lots, countries }: HeroProps) {
  const { t } = useTranslation();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-center gap-x-12 gap-y-8 sm:pt-4 lg:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)] lg:pt-8">
      <div className="min-w-0">
        <h1 className="font-display text-[2rem] leading-[1.1] font-semibold tracking-[-0.015em] sm:text-[2.75rem] lg:text-[3.25rem]">
          {t('platform:home.title')}
        </h1>
        <p className="mt-4 max-w-xl text-lg leading-relaxed sm:mt-5">{t('platform:home.lead')}</p>
        <div className="mt-6">
          <ButtonRow>
            <LinkButton href="/lots">{t('platform:home.seeLots')}</LinkButton>
            <LinkButton href="/calculator" kind="quiet">
              {t('platform:home.checkPrice')}
            </LinkButton>
          </ButtonRow>
        </div>
        {lots > 0 ? <p className="mt-4 text-sm text-soft">{t('platform:home.onSale', { lots, countries })}</p> : null}
      </div>
      {featured ? <FeaturedLot lot={featured} /> : null}
    </div>
  );
}
