import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import { fieldError, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { RadioGroup } from '#app/ui/forms/choices';
import { RequestId } from '#app/ui/forms/request-id';
import { TextArea } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import type { OpenLoss } from './dispute-page.server';

interface LossCardProps {
  loss: OpenLoss;
  mayDecide: boolean;
  requestId: string;
  problems: readonly Problem[];
  values: Record<string, string>;
}

/**
 * The payment is gone and its money is owed outward: two persons say whether the platform bears it, or the
 * order ends.
 */
export function LossCard({ loss, mayDecide, requestId, problems, values }: LossCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const amount = format.money({ minor: loss.amountMinor, currency: asCurrency(loss.currency) });
  const error = (name: string) => fieldError(problems, name, (key, params) => t(key, params));
  const said = { bear: t('trading:dispute.lost.bear', { amount }), end: t('trading:dispute.lost.end') };
  return (
    <Card title={t('trading:dispute.decide.title')} tone="green">
      <p>{t('trading:dispute.lost.text', { amount })}</p>
      {loss.proposal ? (
        <div className="mt-3 space-y-1">
          <p>{t(loss.proposedByReader ? 'trading:dispute.lost.own' : 'trading:dispute.lost.proposed')}</p>
          <p className="font-semibold">{said[loss.proposal]}</p>
          {loss.note ? <p className="text-sm text-soft">{loss.note}</p> : null}
        </div>
      ) : null}
      {mayDecide ? (
        <form method="post" className="mt-4 space-y-4">
          <RequestId value={requestId} />
          <input type="hidden" name="about" value="loss" />
          <RadioGroup
            name="decision"
            label={t('trading:dispute.decide.choice')}
            choices={[
              { value: 'bear', label: said.bear },
              { value: 'end', label: said.end },
            ]}
            error={error('decision')}
            defaultValue={values['decision'] ?? loss.proposal ?? 'end'}
          />
          <TextArea
            name="note"
            label={t('trading:dispute.decide.note')}
            rows={2}
            required
            maxLength={500}
            error={error('note')}
            defaultValue={values['note']}
          />
          <Button block>
            {t(
              loss.proposal && !loss.proposedByReader
                ? 'trading:dispute.decide.button'
                : 'trading:dispute.lost.propose',
            )}
          </Button>
        </form>
      ) : (
        <p className="mt-3 text-sm text-soft">{t('trading:dispute.lost.decidersOnly')}</p>
      )}
    </Card>
  );
}
