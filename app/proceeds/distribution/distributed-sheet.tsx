import { asCurrency } from '#app/money/currency';
import { formErrors, type Problem } from '#app/platform/http/problems';
import { Button, LinkButton } from '#app/ui/actions/button';
import { Badge } from '#app/ui/display/badge';
import { Progress } from '#app/ui/display/progress';
import { FormErrors } from '#app/ui/forms/form-errors';
import { Card } from '#app/ui/layout/card';
import { Columns } from '#app/ui/layout/columns';
import { useWords } from '#app/platform/i18n/use-words';
import type { DistributionPage, SheetLine } from './distribution-page.server';
import { ruleLabel } from './rule-labels';
import { SheetBar } from './sheet-table';
import { RequestId } from '#app/ui/forms/request-id';

type SharedPage = Extract<DistributionPage, { state: 'shared' }>;

/** The sheet after sharing: who has the money in hand, and who not yet. */
export function DistributedSheet({ page, problems }: { page: SharedPage; problems: Problem[] }) {
  const { t } = useWords();
  const { sheet, order, canWrite } = page;
  const paid = sheet.lines.filter(({ confirmedAt }) => confirmedAt !== null).length;
  const path = `/cooperative/orders/${order.id}/distribution`;
  return (
    <Columns
      main={
        <Card
          title={t('programme:receipts.title')}
          sub={t(canWrite && paid < sheet.lines.length ? 'programme:receipts.sub' : 'programme:receipts.subMember')}
          actions={
            <LinkButton kind="quiet" href={`${path}?receipts=all`}>
              {t('programme:receipts.print')}
            </LinkButton>
          }
        >
          <FormErrors title={t('programme:form.problem')} errors={formErrors(problems, t)} />
          <div className="mb-4">
            <Progress
              label={t('programme:receipts.progress')}
              value={paid}
              max={Math.max(1, sheet.lines.length)}
              text={t('programme:receipts.paid', { paid, all: sheet.lines.length })}
            />
          </div>
          {canWrite && paid < sheet.lines.length ? (
            <form method="post" action={path}>
              <RequestId />
              <Lines page={page} choosing />
              <div className="mt-4">
                <Button name="intent" value="received">
                  {t('programme:receipts.confirm')}
                </Button>
              </div>
            </form>
          ) : (
            <Lines page={page} choosing={false} />
          )}
        </Card>
      }
      aside={
        <Card title={t('programme:share.sheet')} sub={t(ruleLabel(sheet.rule))}>
          <SheetBar sheet={sheet} currency={order.currency} />
        </Card>
      }
    />
  );
}

function Lines({ page: { sheet, order }, choosing }: { page: SharedPage; choosing: boolean }) {
  return (
    <ul className="divide-y divide-line">
      {sheet.lines.map((line) => (
        <li key={line.id}>
          <Line line={line} currency={order.currency} choosing={choosing && line.confirmedAt === null} />
        </li>
      ))}
    </ul>
  );
}

function Line({
  line: { id, code, name, amountMinor, confirmedAt },
  currency,
  choosing,
}: {
  line: SheetLine;
  currency: string;
  choosing: boolean;
}) {
  const { t, format } = useWords();
  const amount = (
    <span className="font-semibold whitespace-nowrap">
      {format.money({ minor: amountMinor, currency: asCurrency(currency) })}
    </span>
  );
  if (choosing) {
    return (
      <label className="flex min-h-14 cursor-pointer items-center gap-3 py-2">
        <input type="checkbox" name="share" value={id} className="size-6 shrink-0 accent-oxide" />
        <span className="min-w-0 flex-1">
          {name} <span className="text-sm whitespace-nowrap text-soft">{code}</span>
        </span>
        {amount}
      </label>
    );
  }
  return (
    <div className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <span className="min-w-0 flex-1">
        {name} <span className="text-sm whitespace-nowrap text-soft">{code}</span>
        <span className="block">
          {confirmedAt === null ? (
            <Badge tone="warn">{t('programme:receipts.open')}</Badge>
          ) : (
            <Badge tone="good">{t('programme:receipts.inHand', { date: format.date(confirmedAt) })}</Badge>
          )}
        </span>
      </span>
      {amount}
    </div>
  );
}
