import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import { fieldError, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { RadioGroup } from '#app/ui/forms/choices';
import { RequestId } from '#app/ui/forms/request-id';
import { TextArea } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import type { DisputePage } from './dispute-page.server';

interface DecideCardProps {
  page: DisputePage;
  requestId: string;
  problems: readonly Problem[];
  values: Record<string, string>;
}

/** A part of the payment went back: the order goes on without it, or ends. Each reader sees their step. */
export function DecideCard({ page, requestId, problems, values }: DecideCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (minor: bigint) => format.money({ minor, currency: asCurrency(page.order.currency) });
  const amount = money(page.undecidedMinor ?? 0n);
  const error = (name: string) => fieldError(problems, name, (key, params) => t(key, params));
  const choices = [
    ...(page.mayBear ? [{ value: 'bear', label: t('trading:dispute.decide.bear', { amount }) }] : []),
    ...(page.mayDecide && !page.endProposedByReader ? [{ value: 'end', label: t('trading:dispute.decide.end') }] : []),
  ];
  return (
    <Card title={t('trading:dispute.decide.title')} tone="green">
      <p>{t('trading:dispute.decide.text', { amount, price: money(page.order.priceMinor) })}</p>
      {page.endProposed ? (
        <p className="mt-3">
          {t(page.endProposedByReader ? 'trading:dispute.decide.proposedByYou' : 'trading:dispute.decide.proposed')}
        </p>
      ) : null}
      {page.mayDecide && !page.mayBear ? (
        <p className="mt-3 text-sm text-soft">{t('trading:dispute.decide.bearByController')}</p>
      ) : null}
      {choices.length > 0 ? (
        <form method="post" className="mt-4 space-y-4">
          <RequestId value={requestId} />
          <RadioGroup
            name="decision"
            label={t('trading:dispute.decide.choice')}
            choices={choices}
            defaultValue={values['decision'] ?? choices[0]?.value ?? null}
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
          <Button block>{t('trading:dispute.decide.button')}</Button>
        </form>
      ) : null}
      {page.mayDecide ? null : <p className="mt-3 text-sm text-soft">{t('trading:dispute.decide.staffOnly')}</p>}
    </Card>
  );
}
