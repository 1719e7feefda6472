import { Notice } from '#app/ui/display/notice';
import type { LotDecision } from './lot-decisions.server';
import { useWords } from '#app/platform/i18n/use-words';

/** What staff decided on a lot: the newest in full, with the reason. */
export function DecisionList({ decisions }: { decisions: LotDecision[] }) {
  const { t, format } = useWords();
  const [last] = decisions;
  if (!last) return null;
  const title = last.approved
    ? t('catalogue:decision.approved', { date: format.date(last.decidedAt) })
    : t('catalogue:decision.returned', { date: format.date(last.decidedAt) });
  return (
    <Notice tone={last.approved ? 'success' : 'warn'} title={title}>
      {last.reason ? <span className="whitespace-pre-line">{last.reason}</span> : null}
    </Notice>
  );
}
