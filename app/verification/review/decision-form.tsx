import { useTranslation } from 'react-i18next';
import { fieldError, type Problem } from '#app/platform/http/problems';
import { Button } from '#app/ui/actions/button';
import { Notice } from '#app/ui/display/notice';
import { RadioGroup } from '#app/ui/forms/choices';
import { RequestId } from '#app/ui/forms/request-id';
import { TextArea, TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import { DECISION_HINT, DECISION_LABEL } from '../labels';
import type { ReviewPage } from './review-page.server';

export type DecisionFormProps = Pick<ReviewPage, 'decisions' | 'evidenceIds' | 'missing'> & {
  requestId: string;
  tomorrow: string;
  values: Record<string, string>;
  problems: Problem[];
};

/** Stands beside the evidence and carries the ids of what was seen: a change in between voids the decision. */
export function DecisionForm({
  decisions,
  evidenceIds,
  missing,
  values,
  problems,
  requestId,
  tomorrow,
}: DecisionFormProps) {
  const { t } = useTranslation();
  const error = (name: string) => fieldError(problems, name, t);
  if (decisions.length === 0) {
    return (
      <Card title={t('verification:review.decision')} tone="sand">
        <p className="text-soft">{t('verification:review.noDecision')}</p>
      </Card>
    );
  }
  return (
    <Card title={t('verification:review.decision')} sticky>
      <form method="post" className="space-y-5">
        <RequestId value={requestId} />
        {evidenceIds.map((id) => (
          <input key={id} type="hidden" name="evidenceSeen" value={id} />
        ))}
        {missing > 0 ? <Notice tone="warn">{t('verification:review.missing', { count: missing })}</Notice> : null}
        <RadioGroup
          name="action"
          label={t('verification:review.choose')}
          defaultValue={values['action'] ?? null}
          error={error('action')}
          choices={decisions.map((decision) => ({
            value: decision,
            label: t(DECISION_LABEL[decision]),
            hint: t(DECISION_HINT[decision]),
          }))}
          required
        />
        <TextArea
          name="reason"
          label={t('verification:review.reason')}
          hint={t('verification:review.reasonHint')}
          defaultValue={values['reason']}
          maxLength={2000}
          error={error('reason')}
        />
        <TextInput
          name="planDueOn"
          type="date"
          label={t('verification:review.planDueOn')}
          hint={t('verification:review.planDueOnHint')}
          min={tomorrow}
          defaultValue={values['planDueOn']}
          error={error('planDueOn')}
        />
        <Button name="intent" value="decide" block>
          {t('verification:review.submit')}
        </Button>
      </form>
    </Card>
  );
}
