import { Badge } from '#app/ui/display/badge';
import { useWords } from '#app/platform/i18n/use-words';

const STATE = {
  draft: { tone: 'plain', labelKey: 'programme:application.draft' },
  submitted: { tone: 'warn', labelKey: 'programme:application.submitted' },
  accepted: { tone: 'good', labelKey: 'programme:application.accepted' },
  accepted_with_plan: { tone: 'good', labelKey: 'programme:application.acceptedWithPlan' },
  rejected: { tone: 'bad', labelKey: 'programme:application.rejected' },
} as const;

/** Where a cooperative's application stands. */
export function ApplicationBadge({ state }: { state: string }) {
  const { t } = useWords();
  const { tone, labelKey } = STATE[state as keyof typeof STATE] ?? STATE.draft;
  return <Badge tone={tone}>{t(labelKey)}</Badge>;
}
