import { PRODUCT_FORMS, productKey } from '#app/catalogue/products/products';
import { OFFERED_CURRENCIES } from '#app/money/currency';
import { Decimal } from '#app/money/decimal';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { Button } from '#app/ui/actions/button';
import { Disclosure } from '#app/ui/actions/disclosure';
import { Badge } from '#app/ui/display/badge';
import { RadioGroup } from '#app/ui/forms/choices';
import { FormErrors } from '#app/ui/forms/form-errors';
import { RequestId } from '#app/ui/forms/request-id';
import { Select } from '#app/ui/forms/select';
import { TextInput } from '#app/ui/forms/text-input';
import { MoneyInput } from '#app/ui/forms/unit-inputs';
import { Card } from '#app/ui/layout/card';
import { productText } from '#app/catalogue/vocabulary/product-text';
import { useWords } from '#app/platform/i18n/use-words';
import type { BaselineLine } from './list-baselines.server';

export type BaselineCardProps = {
  baselines: readonly BaselineLine[];
  canWrite: boolean;
  currency: string;
  requestId: string;
  values: Record<string, string>;
  problems: Problem[];
};

const UNITS = [...new Set(PRODUCT_FORMS.flatMap(({ units }) => units))];

/** What the local trader paid before, with its source; and the form to record it. */
export function BaselineCard(props: BaselineCardProps) {
  const { baselines, canWrite, problems } = props;
  const { t } = useWords();
  return (
    <Card title={t('programme:baseline.title')} sub={t('programme:baseline.sub')} id="baseline">
      {baselines.length === 0 ? <p className="text-[0.9375rem]">{t('programme:baseline.none')}</p> : null}
      <ul className="divide-y divide-line">
        {baselines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      {canWrite ? (
        <div className="mt-3">
          <Disclosure summary={t('programme:baseline.record')} open={problems.length > 0 || baselines.length === 0}>
            <BaselineForm {...props} />
          </Disclosure>
        </div>
      ) : null}
    </Card>
  );
}

function Line({ line }: { line: BaselineLine }) {
  const words = useWords();
  const { t, format } = words;
  const { referenceBps, perUnit, currency, unit } = line;
  const paid =
    referenceBps !== null
      ? t('programme:baseline.ofReference', { share: format.percent(new Decimal(referenceBps).div(100).toFixed(), 1) })
      : t('programme:baseline.perUnit', {
          price: format.price(perUnit ?? '0', currency ?? 'USD', 6),
          unit: unit === 'piece' ? t('programme:baseline.piece') : (unit ?? ''),
        });
  return (
    <li className="py-3 first:pt-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="font-semibold">{productText(line, words)}</p>
        {line.inForce ? (
          <Badge tone="good">{t('programme:baseline.inForce')}</Badge>
        ) : (
          <Badge>{t('programme:baseline.replaced')}</Badge>
        )}
      </div>
      <p>{paid}</p>
      <p className="text-sm text-soft">
        {line.source} · {format.date(line.recordedOn)}
      </p>
    </li>
  );
}

function BaselineForm({ currency, requestId, values, problems }: BaselineCardProps) {
  const words = useWords();
  const { t } = words;
  const error = (name: string) => fieldError(problems, name, t);
  const products = PRODUCT_FORMS.map((product) => ({ value: productKey(product), label: productText(product, words) }));
  return (
    <form method="post" className="space-y-5">
      <FormErrors title={t('programme:form.problem')} errors={formErrors(problems, t)} />
      <RequestId value={requestId} />
      <Select
        name="product"
        label={t('programme:baseline.product')}
        options={products}
        defaultValue={values['product']}
        placeholder={t('programme:form.choose')}
        error={error('product')}
        required
      />
      <RadioGroup
        name="basis"
        label={t('programme:baseline.basis')}
        defaultValue={values['basis'] ?? 'reference'}
        choices={[
          {
            value: 'reference',
            label: t('programme:baseline.byReference'),
            hint: t('programme:baseline.byReferenceHint'),
          },
          { value: 'per-unit', label: t('programme:baseline.byUnit'), hint: t('programme:baseline.byUnitHint') },
        ]}
      />
      <TextInput
        name="percent"
        label={t('programme:baseline.percent')}
        hint={t('programme:baseline.percentHint')}
        inputMode="decimal"
        defaultValue={values['percent']}
        error={error('percent')}
        optional={t('programme:baseline.ifReference')}
      />
      <MoneyInput
        name="amount"
        label={t('programme:baseline.amount')}
        currencies={OFFERED_CURRENCIES}
        currencyName="currency"
        currencyLabel={t('programme:cooperative.currency')}
        defaultCurrency={values['currency'] ?? currency}
        defaultValue={values['amount']}
        error={error('amount')}
        optional={t('programme:baseline.ifUnit')}
      />
      <Select
        name="unit"
        label={t('programme:baseline.unit')}
        options={UNITS.map((unit) => ({ value: unit, label: unit === 'piece' ? t('programme:baseline.piece') : unit }))}
        defaultValue={values['unit']}
        optional={t('programme:baseline.ifUnit')}
      />
      <TextInput
        name="source"
        label={t('programme:baseline.source')}
        hint={t('programme:baseline.sourceHint')}
        defaultValue={values['source']}
        maxLength={300}
        error={error('source')}
        required
      />
      <TextInput
        name="recordedOn"
        type="date"
        label={t('programme:baseline.recordedOn')}
        defaultValue={values['recordedOn']}
        error={error('recordedOn')}
        required
      />
      <Button>{t('programme:baseline.save')}</Button>
    </form>
  );
}
