import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { Disclosure } from '#app/ui/actions/disclosure';
import { ButtonRow } from '#app/ui/actions/button-row';
import { FormErrors } from '#app/ui/forms/form-errors';
import { RequestId } from '#app/ui/forms/request-id';
import { TextArea } from '#app/ui/forms/text-input';
import { Notice } from '#app/ui/display/notice';
import { Card } from '#app/ui/layout/card';
import { Columns, Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { ProposalOutcome, ProposalRow } from '../methods/proposals.server';
import type { Method } from '../methods/method';
import { compareTerms } from './compare-terms';
import { methodText } from '../vocabulary/method-labels';
import { MethodSources } from '../show-methods/method-sources';
import { ProposalBadge } from './staff-methods-screen';
import { TermsTable } from '../show-methods/terms-table';

interface ProposalScreenProps {
  proposal: ProposalRow;
  candidate: Method;
  current: Method;
  preview: ReactNode;
  /** Whether this reader may decide: staff who did not propose it. */
  may: 'decide' | 'own' | 'no';
  problems: Problem[];
  reason: string;
  requestId: string;
}

const OUTCOME_TEXT: Record<ProposalOutcome, string> = {
  approved: 'pricing:methods.proposal.approvedBy',
  rejected: 'pricing:methods.proposal.rejectedBy',
  withdrawn: 'pricing:methods.proposal.withdrawnBy',
};

/** A proposed version as the second person sees it: what changes, why, on what source, and what it does to real lots. */
export function ProposalScreen(props: ProposalScreenProps) {
  const { proposal, candidate, current, preview, may, problems, reason, requestId } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const title = methodText(t, candidate);
  const { decision } = proposal;
  const { changed, unchanged } = compareTerms(current, candidate);
  return (
    <>
      <PageHeader
        title={`${title}: ${proposal.id}`}
        sub={t('pricing:methods.proposal.sub', {
          name: proposal.proposedBy,
          date: format.date(proposal.proposedAt),
          current: current.id,
        })}
        badges={<ProposalBadge decision={decision} />}
        breadcrumbs={{
          label: t('pricing:methods.trail'),
          items: [{ label: t('pricing:methods.staff.title'), href: '/programme/methods' }, { label: proposal.id }],
        }}
      />
      <FormErrors title={t('pricing:methods.proposal.problem')} errors={formErrors(problems, t)} />
      <Columns
        main={
          <Card title={t('pricing:methods.proposal.changes')} sub={t('pricing:methods.proposal.changesSub')}>
            <TermsTable method={candidate} before={current} lines={changed} />
            {unchanged.length > 0 ? (
              <Disclosure summary={t('pricing:methods.proposal.unchanged', { count: unchanged.length })}>
                <TermsTable method={candidate} lines={unchanged} />
              </Disclosure>
            ) : null}
          </Card>
        }
        aside={
          <Stack>
            <Card title={t('pricing:methods.staff.why')}>
              <p className="whitespace-pre-line">{proposal.reason}</p>
              <h3 className="mt-4 mb-1 font-semibold">{t('pricing:methods.sources')}</h3>
              <MethodSources method={candidate} />
            </Card>
            <Card title={t('pricing:methods.proposal.decision')}>
              {decision ? (
                <p>
                  {t(OUTCOME_TEXT[decision.outcome], {
                    name: decision.by,
                    date: format.date(decision.at, 'time'),
                  })}{' '}
                  {decision.reason}
                </p>
              ) : may === 'decide' ? (
                <form method="post" className="space-y-4">
                  <RequestId value={requestId} />
                  <TextArea
                    name="reason"
                    label={t('pricing:methods.proposal.reason')}
                    error={fieldError(problems, 'reason', t)}
                    rows={3}
                    maxLength={500}
                    defaultValue={reason}
                  />
                  <ButtonRow>
                    <Button name="decision" value="approve">
                      {t('pricing:methods.proposal.approve')}
                    </Button>
                    <Button name="decision" value="reject" kind="danger">
                      {t('pricing:methods.proposal.reject')}
                    </Button>
                  </ButtonRow>
                </form>
              ) : (
                <Notice tone="info">
                  {t(may === 'own' ? 'pricing:methods.proposal.own' : 'pricing:methods.proposal.others')}
                </Notice>
              )}
              {!decision && may === 'own' ? (
                <form method="post" className="mt-4 space-y-3">
                  <RequestId value={requestId} />
                  <p>{t('pricing:rates.proposal.withdrawText')}</p>
                  <Button name="decision" value="withdraw" kind="quiet">
                    {t('pricing:methods.proposal.withdraw')}
                  </Button>
                </form>
              ) : null}
            </Card>
          </Stack>
        }
      />
      {preview ? <div className="mt-5">{preview}</div> : null}
    </>
  );
}
