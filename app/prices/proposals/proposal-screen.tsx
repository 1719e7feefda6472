import { useTranslation } from 'react-i18next';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { DocumentLink } from '#app/ui/actions/document-link';
import { Badge } from '#app/ui/display/badge';
import { DefinitionList } from '#app/ui/display/definition-list';
import { Notice } from '#app/ui/display/notice';
import { FormErrors } from '#app/ui/forms/form-errors';
import { RequestId } from '#app/ui/forms/request-id';
import { TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import { Columns, Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { Comparison } from './compare-proposal.server';
import type { SettingChange } from './compare-settings.server';
import type { ProposalRow } from './list-proposals.server';
import { comparisonTerms, proposalTerms, proposalTitle } from './proposal-text';
import { SettingsCard } from './settings-card';
import { asideHref, PROPOSAL_KIND, PROPOSAL_PAGE, proposalBadge } from './proposal-labels';

export interface ProposalScreenProps {
  row: ProposalRow;
  comparison: Comparison | null;
  /** What of a series that is there would change. */
  settings: SettingChange[] | null;
  mayApprove: boolean;
  requestId: string;
  problems: readonly Problem[];
  values: Record<string, string>;
}

/** One proposal with its evidence, for the second person to look at and decide on. */
export function ProposalScreen(props: ProposalScreenProps) {
  const { row, comparison, settings } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { proposal, document, aside } = row;
  const badge = proposalBadge(row);
  const title = proposalTitle(t, format, proposal);
  return (
    <>
      <PageHeader
        title={title}
        sub={t(PROPOSAL_KIND[proposal.kind])}
        badges={<Badge tone={badge.tone}>{t(badge.labelKey)}</Badge>}
        breadcrumbs={{
          label: t('pricing:imports.tab.label'),
          items: [
            { label: t('pricing:imports.title'), href: '/programme/prices' },
            { label: t(PROPOSAL_KIND[proposal.kind]), href: PROPOSAL_PAGE[proposal.kind] },
            { label: title },
          ],
        }}
      />
      <Columns
        asideFirst
        main={
          <Stack>
            {aside?.state === 'waiting' ? (
              <Notice tone="warn" action={<a href={asideHref(aside)}>{t('pricing:rates.proposal.twoPeopleLink')}</a>}>
                {t('pricing:rates.proposal.twoPeople')}
              </Notice>
            ) : null}
            {aside?.state === 'superseded' ? <Notice>{t('pricing:rates.proposal.superseded')}</Notice> : null}
            <Card title={t('pricing:rates.proposal.facts')}>
              <DefinitionList
                layout="grid"
                items={[...proposalTerms(t, format, proposal), ...comparisonTerms(t, format, comparison)]}
              />
              {comparison?.isLeap ? (
                <div className="mt-4">
                  <Notice tone="warn" title={t('pricing:rates.compare.leap')}>
                    {t('pricing:rates.compare.leapText')}
                  </Notice>
                </div>
              ) : null}
            </Card>
            {settings ? <SettingsCard changes={settings} /> : null}
            <Card title={t('pricing:rates.field.evidence')}>
              {document ? (
                <DocumentLink href={document.href} name={t('pricing:rates.proposal.open')} />
              ) : (
                <p className="text-soft">{t('pricing:rates.proposal.noEvidence')}</p>
              )}
            </Card>
          </Stack>
        }
        aside={<Decision {...props} />}
      />
    </>
  );
}

function Decision({ row, mayApprove, requestId, problems, values }: ProposalScreenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const translate = (key: string, params: Record<string, string | number>) => t(key, params);
  const decidable = row.state === 'waiting' && mayApprove && !row.proposedByReader;
  return (
    <Card title={t('pricing:rates.proposal.decision')} tone="green">
      <FormErrors title={t('pricing:rates.proposal.problem')} errors={formErrors(problems, translate)} />
      <p className="text-sm text-soft">
        {t('pricing:rates.proposal.enteredBy', { name: row.proposedBy, date: format.date(row.proposedAt) })}
      </p>
      {row.decidedBy && row.decidedAt ? (
        <p className="mt-2 text-sm text-soft">
          {t('pricing:rates.proposal.decidedBy', { name: row.decidedBy, date: format.date(row.decidedAt) })}
        </p>
      ) : null}
      {row.state === 'withdrawn' && row.decidedAt ? (
        <p className="mt-2 text-sm text-soft">
          {t('pricing:rates.proposal.withdrawnBy', { name: row.proposedBy, date: format.date(row.decidedAt) })}
        </p>
      ) : null}
      {row.note ? <p className="mt-2">{row.note}</p> : null}
      {row.state === 'waiting' && row.proposedByReader ? (
        <form method="post" className="mt-3 space-y-3">
          <RequestId value={requestId} />
          <p>{t('pricing:rates.proposal.second')}</p>
          <p>{t('pricing:rates.proposal.withdrawText')}</p>
          <Button block kind="quiet" name="intent" value="withdraw">
            {t('pricing:rates.proposal.withdraw')}
          </Button>
        </form>
      ) : null}
      {decidable ? (
        <form method="post" className="mt-4 space-y-4">
          <RequestId value={requestId} />
          <p>{t(row.document ? 'pricing:rates.proposal.check' : 'pricing:rates.proposal.checkNone')}</p>
          <TextInput
            name="note"
            label={t('pricing:rates.proposal.note')}
            hint={t('pricing:rates.proposal.noteHint')}
            maxLength={500}
            error={fieldError(problems, 'note', translate)}
            defaultValue={values['note']}
          />
          <Button block name="intent" value="approve">
            {t('pricing:rates.proposal.approve')}
          </Button>
          <Button block kind="quiet" name="intent" value="reject">
            {t('pricing:rates.proposal.reject')}
          </Button>
        </form>
      ) : null}
    </Card>
  );
}
