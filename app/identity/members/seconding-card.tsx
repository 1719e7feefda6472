import { useTranslation } from 'react-i18next';
import { RequestId } from '#app/ui/forms/request-id';
import { Button } from '#app/ui/actions/button';
import { Card } from '#app/ui/layout/card';
import { ROLE_LABEL, type Role } from '../roles';

export type Seconding = { invitationId: string; email: string; role: Role; organisationName: string; inviter: string };

/** Roles that decide and wait for a second person's word; nothing where none waits. */
export function SecondingCard({ items }: { items: Seconding[] }) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <Card title={t('identity:seconding.title')} sub={t('identity:seconding.sub')}>
      <ul className="divide-y divide-line">
        {items.map(({ invitationId, email, role, organisationName, inviter }) => (
          <li key={invitationId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <div className="min-w-0">
              <p className="font-semibold break-all">{email}</p>
              <p className="text-sm text-soft">
                {t('identity:seconding.line', { role: t(ROLE_LABEL[role]), organisation: organisationName, inviter })}
              </p>
            </div>
            <form method="post">
              <RequestId of={invitationId} />
              <input type="hidden" name="invitationId" value={invitationId} />
              <Button
                kind="quiet"
                name="intent"
                value="second"
                aria-label={t('identity:seconding.agreeName', { email })}
              >
                {t('identity:seconding.agree')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Card>
  );
}
