import { asCurrency } from '#app/money/currency';
import { Card } from '#app/ui/layout/card';
import { useWords } from '#app/platform/i18n/use-words';
import type { BelowFloorStatement } from './below-floor-lots.server';

/** Why a lot asks less than its floor, in its seller's words. */
export function BelowFloorStatementCard({ statement, currency }: { statement: BelowFloorStatement; currency: string }) {
  const { t, format } = useWords();
  const { reason, statedAt, byName, netMinor } = statement;
  return (
    <Card title={t('catalogue:belowFloor.why')} tone="sand">
      <blockquote className="whitespace-pre-line">{reason}</blockquote>
      <p className="mt-2 text-sm text-soft">
        {t('catalogue:belowFloor.said', { name: byName, date: format.date(statedAt) })}{' '}
        {netMinor === null
          ? t('catalogue:belowFloor.inHandUnknown')
          : t('catalogue:belowFloor.confirmedNet', {
              net: format.money({ minor: netMinor, currency: asCurrency(currency) }),
            })}
      </p>
    </Card>
  );
}
