import { useTranslation } from 'react-i18next';
import { formErrors, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { Badge } from '#app/ui/display/badge';
import { Notice } from '#app/ui/display/notice';
import { Progress } from '#app/ui/display/progress';
import { FormErrors } from '#app/ui/forms/form-errors';
import { Card } from '#app/ui/layout/card';
import { Columns } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { REQUIREMENT_TITLE, STATE_LABEL, STATE_TONE } from '../labels';
import type { ApplicationPage } from './application-page.server';
import { RequirementCard } from './requirement-card';
import { RequestId } from '#app/ui/forms/request-id';

type ApplicationScreenProps = ApplicationPage & {
  requestId: string;
  /** The requirement whose form came back, what was typed in it, and what was wrong. */
  sent: { requirementKey: string | null; values: Record<string, string>; problems: Problem[] };
};

export function ApplicationScreen(props: ApplicationScreenProps) {
  const { t } = useTranslation();
  const { kind, organisationName, state, requirements, sent } = props;
  return (
    <>
      <PageHeader
        kicker={organisationName}
        title={t(
          kind === 'cooperative' ? 'verification:application.titleCooperative' : 'verification:application.titleBuyer',
        )}
        sub={t('verification:application.sub')}
        badges={<Badge tone={STATE_TONE[state]}>{t(STATE_LABEL[state])}</Badge>}
      />
      <FormErrors title={t('verification:form.problem')} errors={formErrors(sent.problems, t)} />
      <Columns
        asideFirst
        aside={<StandingCard {...props} />}
        main={requirements.map((line) => (
          <RequirementCard
            key={line.key}
            line={line}
            mayEdit={props.mayEdit}
            requestId={`${props.requestId}-${line.key}`}
            values={sent.requirementKey === line.key ? sent.values : {}}
            problems={sent.requirementKey === line.key ? sent.problems : []}
          />
        ))}
      />
    </>
  );
}

function StandingCard(props: ApplicationScreenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { requirements, missing, state, programmeName, submittedAt, maySubmit, mayWithdraw, requestId } = props;
  const mandatory = requirements.filter((line) => line.mandatory).length;
  const done = mandatory - missing;
  return (
    <Card title={t('verification:application.standing')} sticky>
      <div className="space-y-4">
        <Decision {...props} />
        <Progress
          label={t('verification:application.progress')}
          value={done}
          max={mandatory}
          text={t('verification:application.progressText', { done, all: mandatory })}
        />
        {missing > 0 ? (
          <ul className="space-y-1">
            {requirements
              .filter((line) => line.mandatory && line.status !== 'met')
              .map((line) => (
                <li key={line.key}>
                  <a href={`#${line.key}`}>{t(REQUIREMENT_TITLE[line.key])}</a>
                </li>
              ))}
          </ul>
        ) : null}
        {state === 'submitted' && submittedAt ? (
          <p>
            {t('verification:application.waiting', { programme: programmeName ?? '–', date: format.date(submittedAt) })}
          </p>
        ) : null}
        {maySubmit ? (
          <form method="post">
            <RequestId value={requestId} />
            <p className="mb-3 text-soft">
              {missing > 0
                ? t('verification:application.stillMissing', { count: missing })
                : t('verification:application.ready', { programme: programmeName ?? '–' })}
            </p>
            <Button name="intent" value="submit" block disabled={missing > 0}>
              {t('verification:application.submit')}
            </Button>
          </form>
        ) : null}
        {mayWithdraw ? (
          <form method="post">
            <RequestId value={requestId} />
            <Button name="intent" value="withdraw" kind="quiet" block>
              {t('verification:application.withdraw')}
            </Button>
          </form>
        ) : null}
      </div>
    </Card>
  );
}

function Decision({ state, review, planDueOn, programmeName }: ApplicationScreenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!review || state === 'draft' || state === 'submitted') return null;
  const when = t('verification:application.decided', {
    programme: programmeName ?? '–',
    date: format.date(review.decidedAt),
  });
  const tone = state === 'accepted' ? 'success' : state === 'rejected' ? 'error' : 'warn';
  return (
    <Notice tone={tone} title={t(STATE_LABEL[state])}>
      {review.reason ? <p className="whitespace-pre-line">{review.reason}</p> : null}
      {planDueOn ? (
        <p className="font-semibold">{t('verification:application.planDue', { date: format.date(planDueOn) })}</p>
      ) : null}
      <p className="text-sm text-soft">{when}</p>
    </Notice>
  );
}
