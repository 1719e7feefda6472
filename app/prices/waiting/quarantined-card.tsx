import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { DocumentLink } from '#app/ui/actions/document-link';
import { Badge } from '#app/ui/display/badge';
import { DefinitionList } from '#app/ui/display/definition-list';
import { RequestId } from '#app/ui/forms/request-id';
import { TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import type { QuarantinedRow } from './list-quarantined.server';
import { ChangeText } from '../series/change-text';
import { seriesText } from '../series/labels';
import { sourceText } from '../imports/staff-labels';

type Props = { row: QuarantinedRow; mayApprove: boolean; requestId: string };

/** One figure that waits: what it says, what counts until then, who has accepted it, and the word of the reader. */
export function QuarantinedCard({ row, mayApprove, requestId }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const amount = (value: string) => `${format.number(value, { maxDecimals: 12 })} ${row.unit}`;
  const name = `${seriesText(t, { key: row.series, commodity: row.commodity })}, ${format.date(row.period, 'month')}`;
  return (
    <Card
      id={`q-${row.id}`}
      title={name}
      sub={sourceText(t, row.source)}
      actions={<Badge tone="warn">{t('pricing:imports.waiting.accepted', { count: row.accepted.length })}</Badge>}
    >
      <DefinitionList
        layout="grid"
        items={[
          { term: t('pricing:imports.waiting.value'), value: amount(row.value) },
          ...(row.inForce
            ? [
                {
                  term: t('pricing:imports.waiting.inForce', { period: format.date(row.inForce.period, 'month') }),
                  value: amount(row.inForce.value),
                },
                { term: t('pricing:imports.column.move'), value: <ChangeText pct={row.inForce.movePct} /> },
              ]
            : []),
          { term: t('pricing:imports.column.published'), value: format.date(row.vintage) },
          ...row.accepted.map(({ by, at, reason }) => ({
            term: t('pricing:imports.waiting.acceptedBy'),
            value: `${by} · ${format.date(at, 'time')}`,
            hint: t('pricing:imports.waiting.because', { reason }),
          })),
          ...(row.evidence
            ? [
                {
                  term: t('pricing:rates.field.evidence'),
                  value: <DocumentLink href={row.evidence.href} name={t('pricing:rates.proposal.open')} />,
                },
              ]
            : []),
        ]}
      />
      {row.decidedByReader ? (
        <p className="mt-4 text-sm text-soft">{t('pricing:imports.waiting.decided')}</p>
      ) : mayApprove ? (
        <form method="post" className="mt-4 max-w-xl space-y-3">
          <RequestId value={`${requestId}-${row.id.slice(-12)}`} />
          <input type="hidden" name="observationId" value={row.id} />
          <TextInput
            name={`reason-${row.id}`}
            label={t('pricing:imports.waiting.reason')}
            hint={t('pricing:imports.waiting.reasonHint')}
            required
            maxLength={500}
          />
          <div className="flex flex-wrap gap-3">
            <Button name="intent" value="accept">
              {t('pricing:imports.waiting.accept')}
            </Button>
            <Button kind="quiet" name="intent" value="reject">
              {t('pricing:imports.waiting.reject')}
            </Button>
          </div>
        </form>
      ) : null}
    </Card>
  );
}
