import { useTranslation } from 'react-i18next';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { RequestId } from '#app/ui/forms/request-id';
import { Button } from '#app/ui/actions/button';
import { EmptyState } from '#app/ui/display/empty-state';
import { FormErrors } from '#app/ui/forms/form-errors';
import { TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import { PageHeader } from '#app/ui/layout/page-header';
import { SecondingCard, type Seconding } from '../members/seconding-card';
import { ROLE_LABEL } from '../roles';
import { DOCUMENT_LABEL } from './document-label';
import type { WaitingPerson } from './persons-page.server';

type PersonsScreenProps = {
  items: WaitingPerson[];
  total: number;
  seconding: Seconding[];
  trainingDays: { code: string; expiresAt: string; signUps: number }[];
  mayAudit: boolean;
  problems: Problem[];
};

/** Staff look at papers: each person with a field for the number that stands on the paper in front of them. */
export function PersonsScreen({ items, total, seconding, trainingDays, mayAudit, problems }: PersonsScreenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="max-w-xl">
      <PageHeader title={t('identity:persons.list.title')} sub={t('identity:persons.list.sub')} />
      <FormErrors title={t('identity:form.problem')} errors={formErrors(problems, t)} />
      <div className="space-y-5">
        {items.length === 0 ? <EmptyState title={t('identity:persons.list.none')} icon="check" /> : null}
        {items.map(({ userId, name, kind, country, since, places }) => (
          <Card
            key={userId}
            title={name}
            sub={places.map(({ organisation, role }) => `${organisation} (${t(ROLE_LABEL[role])})`).join(' · ')}
          >
            <p className="mb-4">
              {t('identity:persons.list.paper', {
                paper: t(DOCUMENT_LABEL[kind]),
                country: format.country(country),
                date: format.date(since),
              })}
            </p>
            <form method="post" className="space-y-4">
              <RequestId of={userId} />
              <input type="hidden" name="userId" value={userId} />
              <TextInput
                name={`number-${userId}`}
                label={t('identity:persons.list.number')}
                hint={t('identity:persons.list.numberHint')}
                error={fieldError(problems, `number-${userId}`, t)}
                autoComplete="off"
                code
                required
              />
              <Button aria-label={t('identity:persons.list.confirmName', { name })}>
                {t('identity:persons.list.confirm')}
              </Button>
            </form>
          </Card>
        ))}
        {total > items.length ? <p>{t('identity:persons.list.more', { count: total - items.length })}</p> : null}
        <SecondingCard items={seconding} />
        <Card title={t('identity:training.title')} sub={t('identity:training.sub')}>
          <ul className="mb-4 space-y-2">
            {trainingDays.map(({ code, expiresAt, signUps }) => (
              <li key={code}>
                <span className="font-semibold">{code}</span>{' '}
                {t('identity:training.line', { date: format.date(expiresAt), count: signUps })}
              </li>
            ))}
          </ul>
          <form method="post">
            <RequestId of="training" />
            <Button kind="quiet" name="intent" value="training">
              {t('identity:training.start')}
            </Button>
          </form>
        </Card>
        <p>
          <a href="/programme/conflicts">{t('identity:persons.conflicts.see')}</a>
          {mayAudit ? (
            <>
              {' · '}
              <a href="/programme/audit">{t('identity:persons.conflicts.audit')}</a>
            </>
          ) : null}
        </p>
      </div>
    </div>
  );
}
