import { useTranslation } from 'react-i18next';
import { AVAILABILITY_LABEL } from '#app/catalogue/vocabulary/labels';
import { lotTitle, quantityText } from '#app/catalogue/vocabulary/lot-title';
import { ReferenceLines } from '#app/catalogue/lot-band/reference-lines';
import { LotBandBar } from '#app/catalogue/lot-band/lot-band-bar';
import { useWords } from '#app/platform/i18n/use-words';
import { VerdictBadge } from '#app/catalogue/lot-band/verdict-badge';
import { Waterfall } from '#app/ledger/waterfall/waterfall-table';
import { asCurrency } from '#app/money/currency';
import { typeable } from '#app/money/typed-decimal';
import { fieldError, formErrors, problemOf, type Problem } from '#app/platform/http/problems';
import { Button } from '#app/ui/actions/button';
import { DefinitionList } from '#app/ui/display/definition-list';
import { Notice } from '#app/ui/display/notice';
import { Checkbox } from '#app/ui/forms/choices';
import { FormErrors } from '#app/ui/forms/form-errors';
import { RequestId } from '#app/ui/forms/request-id';
import { QuantityInput } from '#app/ui/forms/unit-inputs';
import { Card } from '#app/ui/layout/card';
import { Columns, Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { PaymentWays } from './payment-ways';
import { UnpaidNotice } from './unpaid-notice';
import { METHOD_LABEL } from '../vocabulary/labels';
import type { OrderFormPage, OrderQuote } from './order-form-page.server';

export interface OrderFormProps extends OrderFormPage {
  /** The quantity as typed. */
  typed: string;
  /** The way of paying that was chosen. Empty where none was yet. */
  method: string;
  /** Whether the terms were ticked already. */
  agreed: boolean;
  requestId: string;
  problems: readonly Problem[];
}

/** Ordering a lot: how much, at what price, who gets what of it, on which terms. */
export function OrderFormScreen({
  lot,
  quote,
  quoteRefusal,
  accepted,
  unpaid,
  taken,
  typed,
  method,
  agreed,
  requestId,
  problems,
}: OrderFormProps) {
  const { t } = useTranslation();
  const words = useWords();
  const tr = (key: string, params: Record<string, string | number>) => t(key, params);
  const all = quoteRefusal && !taken && problems.length === 0 ? [problemOf(quoteRefusal)] : problems;
  const offered = quote?.ways.filter(({ refusal }) => refusal === null) ?? [];
  const way = offered.find((one) => one.method === method) ?? offered.find((one) => one.method === quote?.proposed);
  const title = lotTitle(lot, words);
  return (
    <>
      <PageHeader
        title={t('trading:form.title')}
        sub={`${title} · ${lot.cooperativeName}`}
        breadcrumbs={{
          label: t('trading:order.trail'),
          items: [{ label: title, href: `/lots/${lot.id}` }, { label: t('trading:form.crumb') }],
        }}
      />
      <FormErrors title={t('trading:form.problem')} errors={formErrors(all, tr)} />
      {accepted ? null : (
        <div className="mb-5">
          <Notice
            tone="warn"
            title={t('trading:today.notAccepted')}
            action={<a href="/buyer/application">{t('trading:today.application')}</a>}
          >
            {t('trading:today.notAcceptedText')}
          </Notice>
        </div>
      )}
      {taken ? (
        <Taken unpaid={unpaid} />
      ) : (
        <>
          {lot.divisible ? (
            <div className="mb-5">
              <Card title={t('trading:form.howMuch')}>
                <form
                  method="get"
                  data-preview={`/lots/${lot.id}/order`}
                  data-preview-target="quote"
                  className="max-w-md space-y-4"
                >
                  <QuantityInput
                    name="quantity"
                    label={t('trading:facts.quantity')}
                    hint={
                      lot.availableQuantity === null
                        ? t(AVAILABILITY_LABEL[lot.availability])
                        : t('trading:form.left', { quantity: quantityText(lot.availableQuantity, lot.unit, words) })
                    }
                    error={fieldError(all, 'quantity', tr)}
                    defaultValue={typed || typeable(lot.availableQuantity ?? lot.quantity)}
                    units={[{ value: lot.unit, label: UNIT_SIGN[lot.unit] ?? lot.unit }]}
                    required
                  />
                  <Button kind="quiet">{t('trading:form.recount')}</Button>
                </form>
              </Card>
            </div>
          ) : null}
          <div id="quote">
            {quote ? (
              <Columns
                asideFirst
                main={
                  <Card
                    title={t('trading:waterfall.title')}
                    sub={`${way ? `${t(METHOD_LABEL[way.method])} · ` : ''}${t('trading:waterfall.planned')}`}
                  >
                    <Waterfall
                      parts={(way ?? quote).parts}
                      priceMinor={quote.priceMinor}
                      currency={quote.currency}
                      cooperativeName={lot.cooperativeName}
                    />
                  </Card>
                }
                aside={
                  <QuoteCard
                    lot={lot}
                    quote={quote}
                    accepted={accepted}
                    unpaid={unpaid}
                    agreed={agreed}
                    method={method}
                    requestId={requestId}
                    problems={all}
                  />
                }
              />
            ) : null}
          </div>
        </>
      )}
    </>
  );
}

/** Why there is no form: the goods are gone, or no payment can carry the price. */
function NotOrderable({ quote: { available, noWay } }: { quote: OrderQuote }) {
  const { t } = useTranslation();
  if (!available || !noWay) return <Notice tone="warn">{t('trading:refusal.lotNotAvailable')}</Notice>;
  return (
    <Notice tone="warn" title={t('trading:form.notPayable')}>
      {t(noWay.messageKey, noWay.params ?? {})}
    </Notice>
  );
}

/** Where other orders hold all of the lot there is nothing to fill in. */
function Taken({ unpaid }: Pick<OrderFormProps, 'unpaid'>) {
  const { t } = useTranslation();
  return (
    <Stack>
      {unpaid ? <UnpaidNotice unpaid={unpaid} /> : null}
      <Notice tone="warn" title={t('trading:form.taken')} action={<a href="/lots">{t('trading:form.otherLots')}</a>}>
        {t('trading:form.takenText')}
      </Notice>
    </Stack>
  );
}

const UNIT_SIGN: Record<string, string> = { m2: 'm²', m3: 'm³' };

type QuoteCardProps = Pick<
  OrderFormProps,
  'lot' | 'accepted' | 'unpaid' | 'method' | 'agreed' | 'requestId' | 'problems'
> & {
  quote: OrderQuote;
};

function QuoteCard({ lot, quote, accepted, unpaid, method, agreed, requestId, problems }: QuoteCardProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { format } = words;
  const price = format.money({ minor: quote.priceMinor, currency: asCurrency(quote.currency) });
  return (
    <Card title={t('trading:form.yourPrice')} actions={<VerdictBadge verdict={quote.band?.verdict ?? null} />} sticky>
      <p className="font-display text-[1.75rem] leading-tight font-semibold sm:text-[2.125rem]">{price}</p>
      <p className="text-sm text-soft">{quantityText(quote.quantity, lot.unit, words)}</p>
      {quote.band ? (
        <>
          <LotBandBar band={quote.band} askMinor={quote.priceMinor} currency={quote.currency} />
          <ReferenceLines band={quote.band} workingHref={`/lots/${lot.id}/working`} />
        </>
      ) : (
        <p className="py-3 text-soft">{quote.noBandKey ? t(quote.noBandKey, quote.noBandParams) : null}</p>
      )}
      <DefinitionList
        items={[
          { term: t('trading:facts.terms'), value: `${lot.incoterm} ${lot.incotermPlace}` },
          { term: t('trading:form.leadTime'), value: t('trading:form.days', { days: lot.leadTimeDays }) },
        ]}
      />
      {unpaid ? <UnpaidNotice unpaid={unpaid} /> : null}
      {quote.available && !quote.noWay ? (
        <form method="post" className="mt-3 space-y-3">
          <RequestId value={requestId} />
          <input type="hidden" name="quantity" value={typeable(quote.quantity)} />
          <input type="hidden" name="shownPrice" value={quote.priceMinor.toString()} />
          <PaymentWays quote={quote} chosen={method} problems={problems} />
          <Checkbox
            name="terms"
            label={t('trading:form.terms', { price })}
            error={fieldError(problems, 'terms', (key, params) => t(key, params))}
            defaultChecked={agreed}
            required
          />
          {unpaid ? (
            <Checkbox
              name="another"
              label={t('trading:form.another', { number: unpaid.number })}
              error={fieldError(problems, 'another', (key, params) => t(key, params))}
            />
          ) : null}
          <Button block disabled={!accepted}>
            {t('trading:form.button')}
          </Button>
          <p className="text-sm text-soft">{t('trading:form.after')}</p>
        </form>
      ) : (
        <NotOrderable quote={quote} />
      )}
    </Card>
  );
}
