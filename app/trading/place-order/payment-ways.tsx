import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import { fieldError, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { RadioGroup } from '#app/ui/forms/choices';
import type { OrderQuote, PaymentWay } from './order-form-page.server';
import { METHOD_LABEL } from '../vocabulary/labels';

interface PaymentWaysProps {
  quote: OrderQuote;
  /** The one that was chosen before. Empty where none was. */
  chosen: string;
  problems: readonly Problem[];
}

/** How to pay: each way with its cost and what is paid in all, or why it cannot be used. */
export function PaymentWays({ quote, chosen, problems }: PaymentWaysProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (minor: bigint) => format.money({ minor, currency: asCurrency(quote.currency) });
  const textOf = ({ method, costMinor, bearer, totalMinor, hold, refusal }: PaymentWay) => {
    if (refusal) return t(refusal.messageKey, refusal.params ?? {});
    const holdText = t(method === 'card' ? 'trading:form.keptMinutes' : 'trading:form.keptDays', { count: hold });
    const cost = t(bearer === 'buyer' ? 'trading:form.costOnTop' : 'trading:form.costOfPlatform', {
      cost: money(costMinor),
      total: money(totalMinor),
    });
    return `${cost} ${holdText}`;
  };
  const offered = quote.ways.filter(({ refusal }) => refusal === null);
  return (
    <>
      {offered.map(({ method, totalMinor }) => (
        <input key={method} type="hidden" name={`shownTotal.${method}`} value={totalMinor.toString()} />
      ))}
      <RadioGroup
        name="method"
        label={t('trading:form.method')}
        defaultValue={offered.some(({ method }) => method === chosen) ? chosen : quote.proposed}
        error={fieldError(problems, 'method', (key, params) => t(key, params))}
        required
        choices={quote.ways.map((way) => ({
          value: way.method,
          label: t(METHOD_LABEL[way.method]),
          hint: textOf(way),
          disabled: way.refusal !== null,
        }))}
      />
    </>
  );
}
