import { useTranslation } from 'react-i18next';
import type { LongWork } from '#app/platform/jobs/long-work.server';
import { useFormat } from '#app/platform/i18n/use-format';
import { Badge } from '#app/ui/display/badge';
import { DataTable } from '#app/ui/display/table';
import { Card } from '#app/ui/layout/card';
import { Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { ProposalOutcome, ProposalRow } from '../methods/proposals.server';
import { methodKeyOf, type Method } from '../methods/method';
import { FAMILY_LABEL, methodText } from '../vocabulary/method-labels';
import { approverText } from '#app/platform/i18n/shipped-text';
import { BandWork } from '#app/prices/imports/band-work';

type StaffMethodsProps = {
  methods: readonly Method[];
  proposals: readonly ProposalRow[];
  /** The last time that open lots were valued anew; null where that never was. */
  work: LongWork | null;
  mayPropose: boolean;
};

/** Where staff change terms: what waits for a second person, how far the lots are, and every method. */
export function StaffMethodsScreen({ methods, proposals, work, mayPropose }: StaffMethodsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <PageHeader title={t('pricing:methods.staff.title')} sub={t('pricing:methods.staff.sub')} />
      <Stack>
        {work ? <BandWork work={work} /> : null}
        {proposals.length > 0 ? (
          <Card title={t('pricing:methods.staff.proposals')}>
            <DataTable
              caption={t('pricing:methods.staff.proposals')}
              captionHidden
              rows={proposals}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'id',
                  header: t('pricing:methods.staff.version'),
                  rowHeader: true,
                  cell: ({ id, methodKey, version }) => (
                    <a href={`/programme/method-versions/${methodKey}.${version}`} className="inline-block py-1.5">
                      {id}
                    </a>
                  ),
                },
                { key: 'reason', header: t('pricing:methods.staff.why'), cell: ({ reason }) => reason },
                {
                  key: 'by',
                  header: t('pricing:methods.staff.by'),
                  cell: ({ proposedBy, proposedAt }) => `${proposedBy}, ${format.date(proposedAt)}`,
                },
                {
                  key: 'state',
                  header: t('pricing:methods.staff.state'),
                  cell: ({ decision }) => <ProposalBadge decision={decision} />,
                },
              ]}
            />
          </Card>
        ) : null}
        <Card title={t('pricing:methods.staff.inForce')}>
          <DataTable
            caption={t('pricing:methods.staff.inForce')}
            captionHidden
            rows={methods}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'title',
                header: t('pricing:methods.staff.method'),
                rowHeader: true,
                cell: (method) => (
                  <a href={`/methods/${methodKeyOf(method.id)}`} className="inline-block py-1.5">
                    {methodText(t, method)}
                  </a>
                ),
              },
              {
                key: 'family',
                header: t('pricing:methods.staff.family'),
                cell: ({ family }) => t(FAMILY_LABEL[family]),
              },
              { key: 'id', header: t('pricing:methods.staff.version'), cell: ({ id }) => <Badge>{id}</Badge> },
              {
                key: 'since',
                header: t('pricing:methods.staff.approved'),
                cell: ({ approvedBy }) => `${approverText(t, approvedBy.name)}, ${format.date(approvedBy.on)}`,
              },
              ...(mayPropose
                ? [
                    {
                      key: 'change',
                      header: t('pricing:methods.staff.change'),
                      headerHidden: true,
                      cell: (method: Method) => (
                        <a
                          href={`/programme/methods/${methodKeyOf(method.id)}`}
                          aria-label={`${t('pricing:methods.staff.change')}: ${methodText(t, method)}`}
                          className="inline-block py-1.5 whitespace-nowrap"
                        >
                          {t('pricing:methods.staff.change')}
                        </a>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </Card>
      </Stack>
    </>
  );
}

const OUTCOME = {
  approved: { tone: 'good', labelKey: 'pricing:methods.state.approved' },
  rejected: { tone: 'bad', labelKey: 'pricing:methods.state.rejected' },
  withdrawn: { tone: 'plain', labelKey: 'pricing:methods.state.withdrawn' },
} as const satisfies Record<ProposalOutcome, object>;

export function ProposalBadge({ decision }: Pick<ProposalRow, 'decision'>) {
  const { t } = useTranslation();
  if (!decision) return <Badge tone="warn">{t('pricing:methods.state.waiting')}</Badge>;
  const { tone, labelKey } = OUTCOME[decision.outcome];
  return <Badge tone={tone}>{t(labelKey)}</Badge>;
}
