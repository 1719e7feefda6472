import { useTranslation } from 'react-i18next';
import { decimalPlaces } from '#app/money/decimal';
import { useFormat } from '#app/platform/i18n/use-format';
import { costPerFinishedUnit } from '../costs/cost-plus';
import type { Rough } from './read-calculator';

/** What a finished carat costs in rough, before any work, as a sum that can be done again. */
export function FinishedCost({ rough, currency }: { rough: Rough; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { price, yieldPct } = rough;
  const cost = costPerFinishedUnit(price, yieldPct).toDecimalPlaces(2).toFixed();
  return (
    <p className="mb-4 text-sm">
      {t('pricing:calculator.finished', {
        rough: format.price(price, currency),
        pct: format.percent(yieldPct, Math.min(2, decimalPlaces(yieldPct))),
        cost: format.price(cost, currency, 2),
      })}
    </p>
  );
}
