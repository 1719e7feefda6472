import { asCurrency } from '#app/money/currency';
import { fieldError, formErrors, problemOf, type Problem } from '#app/platform/http/problems';
import { refuse } from '#app/platform/result';
import { Button } from '#app/ui/actions/button';
import { Disclosure } from '#app/ui/actions/disclosure';
import { RadioGroup } from '#app/ui/forms/choices';
import { FormErrors } from '#app/ui/forms/form-errors';
import { RequestId } from '#app/ui/forms/request-id';
import { TextInput } from '#app/ui/forms/text-input';
import { MoneyInput } from '#app/ui/forms/unit-inputs';
import { Card } from '#app/ui/layout/card';
import { Columns } from '#app/ui/layout/columns';
import { useWords } from '#app/platform/i18n/use-words';
import { weightField, type DistributionInput } from './distribution-input';
import type { DistributionPage } from './distribution-page.server';
import { RULE_HINT, RULE_LABEL } from './rule-labels';
import { SHARE_RULES } from './sheet';
import { SheetTable } from './sheet-table';

type OpenPage = Extract<DistributionPage, { state: 'open' }>;
type Props = { page: OpenPage; requestId: string; problems: Problem[] };

/**
 * Costs, fund and rule, with the sheet that they give beside them. Nothing is shared until the sheet itself
 * is sent.
 */
export function SharingForm({ page, requestId, problems }: Props) {
  const { t } = useWords();
  const { refusal } = page;
  const all =
    problems.length > 0 ? problems : refusal ? [problemOf(refuse('preview', refusal.messageKey, refusal))] : [];
  return (
    <Columns
      main={
        <Card title={t('programme:share.how')} sub={t('programme:share.howSub')}>
          <FormErrors title={t('programme:form.problem')} errors={formErrors(all, t)} />
          <Fields page={page} problems={all} />
        </Card>
      }
      aside={<Preview page={page} requestId={requestId} />}
    />
  );
}

function Fields({ page, problems }: { page: OpenPage; problems: Problem[] }) {
  const { t } = useWords();
  const { order, typed } = page;
  const error = (name: string) => fieldError(problems, name, t);
  const path = `/cooperative/orders/${order.id}/distribution`;
  return (
    <form method="get" action={path} data-preview={path} data-preview-target="sheet" className="space-y-5">
      <RadioGroup
        name="rule"
        label={t('programme:share.rule')}
        defaultValue={typed?.rule ?? 'equal'}
        error={error('rule')}
        choices={SHARE_RULES.map((rule) => ({ value: rule, label: t(RULE_LABEL[rule]), hint: t(RULE_HINT[rule]) }))}
      />
      <MoneyInput
        name="costs"
        label={t('programme:share.costs')}
        hint={t('programme:share.costsHint')}
        currencies={[order.currency]}
        defaultValue={typed?.costs}
        error={error('costs')}
      />
      <MoneyInput
        name="community"
        label={t('programme:share.community')}
        hint={t('programme:share.communityHint')}
        currencies={[order.currency]}
        defaultValue={typed?.community}
        error={error('community')}
      />
      <Disclosure summary={t('programme:share.weights')} open={typed?.rule === 'custom'}>
        <p className="mb-3 text-sm text-soft">{t('programme:share.weightsText')}</p>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 sm:grid-cols-2">
          {page.members.map(({ id, code, name }) => (
            <TextInput
              key={id}
              name={weightField(id)}
              label={`${name} (${code})`}
              inputMode="decimal"
              defaultValue={typed?.weights[id]}
              error={error(weightField(id))}
            />
          ))}
        </div>
      </Disclosure>
      <Button kind="quiet">{t('programme:share.preview')}</Button>
    </form>
  );
}

function Preview({ page, requestId }: { page: OpenPage; requestId: string }) {
  const { t, format } = useWords();
  const { order, preview, typed } = page;
  return (
    <div id="sheet">
      <Card title={t('programme:share.sheet')} tone={preview ? 'card' : 'sand'}>
        {preview && typed ? (
          <>
            <SheetTable sheet={preview} currency={order.currency} />
            <form
              method="post"
              action={`/cooperative/orders/${order.id}/distribution?${queryOf(typed)}`}
              className="mt-5 space-y-3"
            >
              <RequestId value={requestId} />
              <HiddenFields typed={typed} />
              <p className="text-sm text-soft">{t('programme:share.final')}</p>
              <Button block name="intent" value="share">
                {t('programme:share.do', {
                  amount: format.money({ minor: preview.membersMinor, currency: asCurrency(order.currency) }),
                })}
              </Button>
            </form>
          </>
        ) : (
          <p className="text-[0.9375rem]">{t('programme:share.noSheet')}</p>
        )}
      </Card>
    </div>
  );
}

function fieldsOf({ rule, costs, community, weights }: DistributionInput): [string, string][] {
  const own = rule === 'custom' ? Object.entries(weights).filter(([, weight]) => weight.trim() !== '') : [];
  return [
    ['rule', rule],
    ['costs', costs],
    ['community', community],
    ...own.map(([id, weight]): [string, string] => [weightField(id), weight]),
  ];
}

function queryOf(typed: DistributionInput): string {
  return new URLSearchParams(fieldsOf(typed)).toString();
}

function HiddenFields({ typed }: { typed: DistributionInput }) {
  return fieldsOf(typed).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
