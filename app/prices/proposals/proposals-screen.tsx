import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formErrors, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { Pagination } from '#app/ui/display/pagination';
import { DataTable } from '#app/ui/display/table';
import { FormErrors } from '#app/ui/forms/form-errors';
import { FormLayout } from '#app/ui/forms/form-layout';
import { RequestId } from '#app/ui/forms/request-id';
import { Card } from '#app/ui/layout/card';
import { Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { ProposalRow } from './list-proposals.server';
import type { ProposalKind } from './proposal-facts.schema';
import { PriceTabs } from '../series/price-tabs';
import { proposalTitle } from './proposal-text';
import { PROPOSAL_PAGE } from './proposal-labels';
import { StateOfProposal } from './proposal-state';

export interface ProposalsScreenProps {
  kind: ProposalKind;
  proposals: { items: ProposalRow[]; next: string | null };
  mayPropose: boolean;
  requestId: string;
  today: string;
  problems: readonly Problem[];
  values: Record<string, string>;
}

const WORDS: Record<ProposalKind, { title: string; sub: string; form: string; formSub: string }> = {
  'fx-rate': {
    title: 'pricing:rates.staff.title',
    sub: 'pricing:rates.staff.sub',
    form: 'pricing:rates.staff.form',
    formSub: 'pricing:rates.staff.formSub',
  },
  'local-price': {
    title: 'pricing:rates.local.title',
    sub: 'pricing:rates.local.sub',
    form: 'pricing:rates.local.form',
    formSub: 'pricing:rates.local.formSub',
  },
  series: {
    title: 'pricing:rates.series.title',
    sub: 'pricing:rates.series.sub',
    form: 'pricing:rates.series.form',
    formSub: 'pricing:rates.series.formSub',
  },
};

/** What staff have entered of one kind, what of it waits for a second person, and the form. `fields` are the kind's own. */
export function ProposalsScreen(props: ProposalsScreenProps & { fields: ReactNode; children?: ReactNode }) {
  const { kind, proposals, mayPropose, requestId, problems, fields, children } = props;
  const { t } = useTranslation();
  const words = WORDS[kind];
  return (
    <>
      <PageHeader title={t(words.title)} sub={t(words.sub)} />
      <PriceTabs current={PROPOSAL_PAGE[kind]} />
      <Stack>
        <ProposalsTable proposals={proposals.items}>
          <Pagination
            label={t('pricing:imports.pages')}
            {...(proposals.next
              ? {
                  next: {
                    href: `${PROPOSAL_PAGE[kind]}?after=${encodeURIComponent(proposals.next)}`,
                    label: t('pricing:imports.older'),
                  },
                }
              : {})}
          />
        </ProposalsTable>
        {mayPropose ? (
          <Card title={t(words.form)} sub={t(words.formSub)}>
            <form method="post" encType="multipart/form-data">
              <FormErrors
                title={t('pricing:rates.form.problem')}
                errors={formErrors(problems, (key, params) => t(key, params))}
              />
              <RequestId value={requestId} />
              <FormLayout>
                {fields}
                <Button>{t('pricing:rates.form.button')}</Button>
              </FormLayout>
            </form>
          </Card>
        ) : null}
        {children}
      </Stack>
    </>
  );
}

function ProposalsTable({ proposals, children }: { proposals: ProposalRow[]; children: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('pricing:rates.list.title')} sub={t('pricing:rates.list.sub')}>
      <DataTable
        caption={t('pricing:rates.list.title')}
        captionHidden
        rows={proposals}
        rowKey={({ id }) => id}
        empty={<p className="text-soft">{t('pricing:rates.list.none')}</p>}
        columns={[
          {
            key: 'what',
            header: t('pricing:rates.list.what'),
            rowHeader: true,
            cell: ({ id, proposal }) => (
              <a href={`/programme/prices/proposals/${id}`} className="inline-block py-1 break-words">
                {proposalTitle(t, format, proposal)}
              </a>
            ),
          },
          {
            key: 'by',
            header: t('pricing:rates.list.by'),
            cell: (row) => (
              <>
                {row.proposedBy}
                <span className="block text-sm text-soft">{format.date(row.proposedAt)}</span>
              </>
            ),
          },
          {
            key: 'decided',
            header: t('pricing:rates.list.decided'),
            cell: (row) =>
              row.decidedBy ? (
                <>
                  {row.decidedBy}
                  <span className="block text-sm text-soft">{row.decidedAt ? format.date(row.decidedAt) : ''}</span>
                </>
              ) : null,
          },
          {
            key: 'state',
            header: t('pricing:rates.list.state'),
            align: 'end',
            cell: (row) => <StateOfProposal row={row} />,
          },
        ]}
      />
      {children}
    </Card>
  );
}
