import { useTranslation } from 'react-i18next';
import { formErrors, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { Badge } from '#app/ui/display/badge';
import { Card } from '#app/ui/layout/card';
import { PageHeader } from '#app/ui/layout/page-header';
import { FormErrors } from '#app/ui/forms/form-errors';
import { RequestId } from '#app/ui/forms/request-id';

type SessionsScreenProps = {
  sessions: {
    sessionId: string;
    device: { browser: string | null; system: string | null };
    ipAddress: string | null;
    startedAt: string;
    endsAt: string;
    isCurrent: boolean;
  }[];
  problems: Problem[];
};

export function SessionsScreen({ sessions, problems }: SessionsScreenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <PageHeader
        title={t('identity:sessions.title')}
        sub={t('identity:sessions.sub')}
        actions={
          sessions.length > 1 ? (
            <form method="post">
              <RequestId />
              <Button kind="danger" name="intent" value="end-others">
                {t('identity:sessions.endOthers')}
              </Button>
            </form>
          ) : null
        }
      />
      <FormErrors title={t('identity:form.problem')} errors={formErrors(problems, t)} />
      <Card>
        <ul className="divide-y divide-line">
          {sessions.map(({ sessionId, device, ipAddress, startedAt, endsAt, isCurrent }) => {
            const name =
              [device.browser, device.system].filter(Boolean).join(' · ') || t('identity:sessions.unknownDevice');
            return (
              <li
                key={sessionId}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-4 first:pt-0 last:pb-0"
              >
                <div className="min-w-0">
                  <p className="font-semibold">
                    {name} {isCurrent ? <Badge tone="good">{t('identity:sessions.thisDevice')}</Badge> : null}
                  </p>
                  <p className="text-sm text-soft">
                    {t('identity:sessions.since', { date: format.date(startedAt, 'time') })}
                    {ipAddress ? ` · ${ipAddress}` : ''}
                  </p>
                  <p className="text-sm text-soft">{t('identity:sessions.until', { date: format.date(endsAt) })}</p>
                </div>
                {isCurrent ? null : (
                  <form method="post">
                    <RequestId of={sessionId} />
                    <input type="hidden" name="sessionId" value={sessionId} />
                    <Button
                      kind="quiet"
                      name="intent"
                      value="end"
                      aria-label={t('identity:sessions.endName', { device: name })}
                    >
                      {t('identity:sessions.end')}
                    </Button>
                  </form>
                )}
              </li>
            );
          })}
        </ul>
      </Card>
    </>
  );
}
