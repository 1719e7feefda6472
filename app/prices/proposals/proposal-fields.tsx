import { useTranslation } from 'react-i18next';
import { COUNTRY_CODES } from '#app/identity/organisations/countries';
import { OFFERED_CURRENCIES } from '#app/money/currency';
import { COUNT_UNITS, MASS_UNITS } from '#app/money/units';
import { fieldError, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { FileInput } from '#app/ui/forms/file-input';
import { FieldRow } from '#app/ui/forms/form-layout';
import { Select } from '#app/ui/forms/select';
import { TextInput } from '#app/ui/forms/text-input';
import { COMMODITIES } from '../series/commodity-keys';
import type { RateDoubt } from '../rates/rate-doubts';
import { commodityText } from '../series/labels';
import { perText } from '../vocabulary/unit-text';
import { ConfirmRate } from './confirm-rate';

type Props = { problems: readonly Problem[]; values: Record<string, string>; today: string };

/** Evidence that came with the form before it went back with a question. */
type KeptEvidence = { documentId: string; fileName: string } | null;

const CURRENCIES = OFFERED_CURRENCIES.map((code) => ({ value: code, label: code }));
const UNITS = [...MASS_UNITS, ...COUNT_UNITS];

function useFields({ problems, values }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const own = (name: string) => ({
    name,
    error: fieldError(problems, name, (key, params) => t(key, params)),
    defaultValue: values[name],
    required: true,
  });
  return { t, format, own };
}

/** `rate` units of the one currency for one of the other, on a day, as somebody outside said; asked about where it is unlikely. */
export function RateFields({ doubt, kept, ...props }: Props & { doubt: RateDoubt | null; kept: KeptEvidence }) {
  const { t, own } = useFields(props);
  const choose = t('pricing:rates.form.choose');
  return (
    <>
      <FieldRow>
        <Select {...own('base')} label={t('pricing:rates.field.base')} options={CURRENCIES} placeholder={choose} />
        <Select {...own('quote')} label={t('pricing:rates.field.quote')} options={CURRENCIES} placeholder={choose} />
      </FieldRow>
      <TextInput
        {...own('rate')}
        label={t('pricing:rates.field.rateLong')}
        hint={t('pricing:rates.field.rateHint')}
        inputMode="decimal"
      />
      <OnAndSource {...props} kept={kept} sourceHint={t('pricing:rates.field.sourceHintRate')} />
      {doubt ? <ConfirmRate doubt={doubt} /> : null}
    </>
  );
}

/** What traders paid for a mineral in a district on a day. */
export function LocalPriceFields(props: Props) {
  const { t, format, own } = useFields(props);
  const countries = COUNTRY_CODES.map((code) => ({ value: code, label: format.country(code) })).sort((a, b) =>
    a.label.localeCompare(b.label, format.locale),
  );
  const choose = t('pricing:rates.form.choose');
  return (
    <>
      <CommodityField {...props} />
      <FieldRow>
        <Select {...own('country')} label={t('pricing:rates.field.country')} options={countries} placeholder={choose} />
        <TextInput {...own('district')} label={t('pricing:rates.field.district')} maxLength={60} />
      </FieldRow>
      <TextInput {...own('price')} label={t('pricing:rates.field.price')} inputMode="decimal" />
      <UnitFields {...props} />
      <OnAndSource {...props} kept={null} sourceHint={t('pricing:rates.field.sourceHintLocal')} />
    </>
  );
}

/** A series that the operator has from somewhere else. */
export function SeriesFields(props: Props) {
  const { t, own } = useFields(props);
  const text = (name: string, labelKey: string, hintKey?: string) => (
    <TextInput {...own(name)} label={t(labelKey)} {...(hintKey ? { hint: t(hintKey) } : {})} />
  );
  return (
    <>
      <TextInput
        {...own('key')}
        defaultValue={props.values['key'] ?? 'op.'}
        label={t('pricing:rates.field.key')}
        hint={t('pricing:rates.field.keyHint')}
        code
        maxLength={64}
      />
      <CommodityField {...props} />
      <UnitFields {...props} />
      {text('source', 'pricing:rates.field.source')}
      {text('licence', 'pricing:rates.field.licence', 'pricing:rates.field.licenceHint')}
      {text('attribution', 'pricing:rates.field.attribution', 'pricing:rates.field.attributionHint')}
      <TextInput {...own('pageUrl')} type="url" label={t('pricing:rates.field.pageUrl')} maxLength={500} />
      <FieldRow>
        <TextInput {...own('freshDays')} label={t('pricing:rates.field.freshDays')} inputMode="numeric" maxLength={3} />
        <TextInput {...own('staleDays')} label={t('pricing:rates.field.staleDays')} inputMode="numeric" maxLength={3} />
      </FieldRow>
      <TextInput
        {...own('quarantinePct')}
        label={t('pricing:rates.field.quarantinePct')}
        hint={t('pricing:rates.field.quarantineHint')}
        inputMode="decimal"
      />
    </>
  );
}

function CommodityField(props: Props) {
  const { t, own } = useFields(props);
  return (
    <Select
      {...own('commodity')}
      label={t('pricing:rates.field.commodity')}
      options={COMMODITIES.map((value) => ({ value, label: commodityText(t, value) }))}
      placeholder={t('pricing:rates.form.choose')}
    />
  );
}

function UnitFields(props: Props) {
  const { t, own } = useFields(props);
  const choose = t('pricing:rates.form.choose');
  return (
    <FieldRow>
      <Select
        {...own('currency')}
        label={t('pricing:rates.field.currency')}
        options={CURRENCIES}
        placeholder={choose}
      />
      <Select
        {...own('per')}
        label={t('pricing:rates.field.per')}
        options={UNITS.map((value) => ({ value, label: perText(t, value) }))}
        placeholder={choose}
      />
    </FieldRow>
  );
}

function OnAndSource({ sourceHint, kept, ...props }: Props & { sourceHint: string; kept: KeptEvidence }) {
  const { t, own } = useFields(props);
  return (
    <>
      <TextInput {...own('on')} type="date" max={props.today} label={t('pricing:rates.field.on')} />
      <TextInput {...own('source')} label={t('pricing:rates.field.source')} hint={sourceHint} maxLength={160} />
      {kept ? <input type="hidden" name="evidenceId" value={kept.documentId} /> : null}
      <FileInput
        name="evidence"
        label={t('pricing:rates.field.evidence')}
        hint={
          kept ? t('pricing:rates.field.evidenceKept', { name: kept.fileName }) : t('pricing:rates.field.evidenceHint')
        }
        accept="application/pdf,image/*"
        error={own('evidence').error}
        required={!kept}
      />
    </>
  );
}
