import { useTranslation } from 'react-i18next';
import { formErrors } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { KIND_LABEL, ROLE_LABEL } from '#app/identity/roles';
import { Button } from '#app/ui/actions/button';
import { Badge } from '#app/ui/display/badge';
import { DefinitionList } from '#app/ui/display/definition-list';
import { Timeline } from '#app/ui/display/timeline';
import { FormErrors } from '#app/ui/forms/form-errors';
import { Card } from '#app/ui/layout/card';
import { Columns } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { EvidenceShown } from '../applications/evidence-shown';
import { REQUIREMENT_TITLE, STATE_LABEL, STATE_TONE, STATUS_LABEL } from '../labels';
import { DestinationDetails } from '../payout-destination/destination-details';
import { DecisionForm, type DecisionFormProps } from './decision-form';
import type { ReviewPage } from './review-page.server';
import { RequestId } from '#app/ui/forms/request-id';

type ReviewScreenProps = ReviewPage & DecisionFormProps;

export function ReviewScreen(props: ReviewScreenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { organisation, state, submittedAt, problems } = props;
  const place = [organisation.district, format.country(organisation.countryCode)].filter(Boolean).join(', ');
  return (
    <>
      <PageHeader
        breadcrumbs={{
          label: t('verification:review.path'),
          items: [{ label: t('verification:work.title'), href: '/programme/work' }, { label: organisation.name }],
        }}
        title={organisation.name}
        sub={`${t(KIND_LABEL[organisation.kind])} · ${place}`}
        badges={
          <>
            <Badge tone={STATE_TONE[state]}>{t(STATE_LABEL[state])}</Badge>
            {organisation.womenLed ? <Badge>{t('verification:review.womenLed')}</Badge> : null}
            {submittedAt ? (
              <Badge>{t('verification:review.handedIn', { date: format.date(submittedAt) })}</Badge>
            ) : null}
          </>
        }
      />
      <FormErrors title={t('verification:form.problem')} errors={formErrors(problems, t)} />
      <Columns
        main={
          <>
            <EvidenceCards {...props} />
            <Destination {...props} />
            <People {...props} />
          </>
        }
        aside={
          <>
            <DecisionForm {...props} />
            <History {...props} />
          </>
        }
      />
    </>
  );
}

function EvidenceCards({ requirements, mayOpenPapers }: ReviewScreenProps) {
  const { t } = useTranslation();
  return requirements
    .filter((line) => line.form !== 'computed')
    .map((line) => (
      <Card
        key={line.key}
        title={t(REQUIREMENT_TITLE[line.key])}
        {...(line.localName ? { sub: t('verification:requirement.localName', { name: line.localName }) } : {})}
        actions={
          <Badge tone={line.status === 'met' ? 'good' : line.mandatory ? 'warn' : 'plain'}>
            {line.status === 'missing' && !line.mandatory
              ? t('verification:status.optional')
              : t(STATUS_LABEL[line.status])}
          </Badge>
        }
      >
        {line.evidence ? (
          <EvidenceShown line={line} large mayOpen={mayOpenPapers} />
        ) : (
          <p className="text-soft">{t('verification:review.nothing')}</p>
        )}
      </Card>
    ));
}

function Destination({ organisation, destination, mayVerifyDestination, requestId }: ReviewScreenProps) {
  const { t } = useTranslation();
  if (organisation.kind !== 'cooperative') return null;
  return (
    <Card title={t('verification:requirement.payoutAccount.title')} id="payout-destination">
      {destination ? (
        <DestinationDetails destination={destination} />
      ) : (
        <p className="text-soft">{t('verification:review.nothing')}</p>
      )}
      {destination && mayVerifyDestination ? (
        <form method="post" className="mt-4">
          <RequestId value={requestId} />
          <input type="hidden" name="destinationId" value={destination.destinationId} />
          <p className="mb-3 text-sm text-soft">{t('verification:review.verifyHint')}</p>
          <Button kind="quiet" name="intent" value="verify-destination">
            {t('verification:review.verify')}
          </Button>
        </form>
      ) : null}
    </Card>
  );
}

function People({ people, organisation }: ReviewScreenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (people.length === 0) return null;
  return (
    <Card
      title={t('verification:review.people')}
      sub={t('verification:review.joined', { date: format.date(organisation.foundedOn) })}
    >
      <DefinitionList
        items={people.map(({ name, email, role }) => ({
          term: name,
          value: t(ROLE_LABEL[role]),
          hint: <span className="break-all">{email}</span>,
        }))}
      />
    </Card>
  );
}

function History({ reviews }: ReviewScreenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (reviews.length === 0) return null;
  return (
    <Card title={t('verification:review.history')}>
      <Timeline
        items={reviews.map((review) => ({
          title: t(STATE_LABEL[review.decision]),
          time: format.date(review.decidedAt),
          dateTime: review.decidedAt,
          state: review.decision === 'rejected' ? 'problem' : 'done',
          body: (
            <>
              {review.reason ? <p className="whitespace-pre-line">{review.reason}</p> : null}
              {review.planDueOn ? (
                <p>{t('verification:application.planDue', { date: format.date(review.planDueOn) })}</p>
              ) : null}
              <p>{review.authorName}</p>
            </>
          ),
        }))}
      />
    </Card>
  );
}
