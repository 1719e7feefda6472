import type { Currency } from '#app/money/currency';
import { Notice } from '#app/ui/display/notice';
import type { UnlikelyAsk } from './unlikely-ask';
import { useWords } from '#app/platform/i18n/use-words';
import { gapText } from '#app/valuation/vocabulary/gap-text';

/** How far an ask is from where it is usual. */
export function UnlikelyNotice({ unlikely, currency }: { unlikely: UnlikelyAsk; currency: Currency }) {
  const { t, format } = useWords();
  return (
    <Notice tone="warn">
      {t(wordsFor(unlikely), {
        ask: format.money({ minor: unlikely.askMinor, currency }),
        point: format.money({ minor: unlikely.pointMinor, currency }),
        gap: format.money({ minor: unlikely.gapMinor < 0n ? -unlikely.gapMinor : unlikely.gapMinor, currency }),
        pct: gapText(format, unlikely.gapPct),
      })}
    </Notice>
  );
}

function wordsFor({ against, gapMinor }: UnlikelyAsk): string {
  if (against === 'floor') return 'catalogue:own.unlikelyFloor';
  if (against === 'ceiling') return 'catalogue:own.unlikelyCeiling';
  return gapMinor < 0n ? 'catalogue:own.unlikelyLess' : 'catalogue:own.unlikelyMore';
}
