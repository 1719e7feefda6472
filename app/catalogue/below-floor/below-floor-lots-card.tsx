import { asCurrency } from '#app/money/currency';
import { Badge } from '#app/ui/display/badge';
import { Card } from '#app/ui/layout/card';
import { lotTitle } from '../vocabulary/lot-title';
import { StateBadge } from '../vocabulary/state-badge';
import { useWords } from '#app/platform/i18n/use-words';
import type { BelowFloorLot } from './below-floor-lots.server';

/** For staff: what is for sale under its floor, and why. Nothing to decide, something to know. */
export function BelowFloorLotsCard({ lots }: { lots: readonly BelowFloorLot[] }) {
  const words = useWords();
  const { t, format } = words;
  if (lots.length === 0) return null;
  return (
    <Card
      id="below-floor"
      title={t('catalogue:belowFloor.listTitle')}
      sub={t('catalogue:belowFloor.listSub')}
      actions={<Badge tone="warn">{lots.length}</Badge>}
    >
      <ul className="divide-y divide-line">
        {lots.map(({ lot, state, floorMinor, statement }) => {
          const money = (minor: bigint) => format.money({ minor, currency: asCurrency(lot.currency) });
          return (
            <li key={lot.id} className="space-y-1 py-3 first:pt-0 last:pb-0">
              <p className="font-semibold">
                <a href={`/programme/lots/${lot.id}`}>{lotTitle(lot, words)}</a> <StateBadge state={state} />
              </p>
              <p className="text-sm text-soft">{lot.cooperative.name}</p>
              <p>{t('catalogue:belowFloor.line', { ask: money(lot.askMinor), floor: money(floorMinor) })}</p>
              <p className="text-sm whitespace-pre-line">
                {statement ? statement.reason : t('catalogue:belowFloor.floorRose')}
              </p>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
