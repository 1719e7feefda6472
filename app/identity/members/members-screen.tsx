import { useTranslation } from 'react-i18next';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { Disclosure } from '#app/ui/actions/disclosure';
import { Badge } from '#app/ui/display/badge';
import { FormErrors } from '#app/ui/forms/form-errors';
import { RequestId } from '#app/ui/forms/request-id';
import { Select } from '#app/ui/forms/select';
import { RadioGroup } from '#app/ui/forms/choices';
import { TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import { Columns } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { ROLE_DUTY, ROLE_LABEL, type Role } from '../roles';
import { SecondingCard, type Seconding } from './seconding-card';

type MembersScreenProps = {
  organisationName: string;
  mayManage: boolean;
  roles: readonly Role[];
  members: { membershipId: string; name: string; email: string; role: Role; since: string; isSelf: boolean }[];
  invitations: {
    invitationId: string;
    email: string;
    role: Role;
    expiresAt: string;
    expired: boolean;
    waits: boolean;
  }[];
  seconding: Seconding[];
  requestId: string;
  values: Record<string, string>;
  problems: Problem[];
};

export function MembersScreen(props: MembersScreenProps) {
  const { t } = useTranslation();
  const { organisationName, mayManage, members, problems } = props;
  const people = (
    <Card title={t('identity:members.people')} sub={t('identity:members.count', { count: members.length })}>
      <ul className="divide-y divide-line">
        {members.map((member) => (
          <MemberLine key={member.membershipId} member={member} {...props} />
        ))}
      </ul>
    </Card>
  );
  return (
    <>
      <PageHeader title={t('identity:members.title')} sub={organisationName} />
      <FormErrors title={t('identity:form.problem')} errors={formErrors(problems, t)} />
      {mayManage ? (
        <Columns
          main={
            <>
              <SecondingCard items={props.seconding} />
              {people}
            </>
          }
          aside={<Invite {...props} />}
        />
      ) : (
        <div className="space-y-5">
          <SecondingCard items={props.seconding} />
          {people}
        </div>
      )}
    </>
  );
}

function MemberLine({
  member,
  mayManage,
  roles,
}: MembersScreenProps & { member: MembersScreenProps['members'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className="py-4 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 font-semibold">
          {member.name}{' '}
          {member.isSelf ? <span className="font-normal text-soft">({t('identity:members.you')})</span> : null}
        </p>
        <Badge tone="plain">{t(ROLE_LABEL[member.role])}</Badge>
      </div>
      <p className="text-sm break-all text-soft">{member.email}</p>
      <p className="text-sm text-soft">{t('identity:members.since', { date: format.date(member.since) })}</p>
      {mayManage ? (
        <Disclosure summary={t('identity:members.change')}>
          <div className="flex flex-wrap items-end gap-4">
            <form method="post" className="flex flex-wrap items-end gap-3">
              <RequestId of={member.membershipId} />
              <input type="hidden" name="membershipId" value={member.membershipId} />
              <Select
                name={`role-${member.membershipId}`}
                label={t('identity:members.role')}
                options={roles.map((role) => ({ value: role, label: t(ROLE_LABEL[role]) }))}
                defaultValue={member.role}
              />
              <Button kind="quiet" name="intent" value="change-role">
                {t('identity:members.saveRole')}
              </Button>
            </form>
            <form method="post">
              <RequestId of={member.membershipId} />
              <input type="hidden" name="membershipId" value={member.membershipId} />
              <Button
                kind="danger"
                name="intent"
                value="remove"
                aria-label={t('identity:members.removeName', { name: member.name })}
              >
                {t('identity:members.remove')}
              </Button>
            </form>
          </div>
        </Disclosure>
      ) : null}
    </li>
  );
}

function Invite({ roles, invitations, requestId, values, problems }: MembersScreenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <Card title={t('identity:members.invite')} sub={t('identity:members.inviteSub')}>
        <form method="post" className="space-y-5">
          <RequestId value={requestId} />
          <TextInput
            name="email"
            type="email"
            label={t('identity:field.email')}
            defaultValue={values['email']}
            error={fieldError(problems, 'email', t)}
            required
          />
          <RadioGroup
            name="role"
            label={t('identity:members.role')}
            defaultValue={values['role'] ?? roles.at(-1) ?? null}
            error={fieldError(problems, 'role', t)}
            choices={roles.map((role) => ({ value: role, label: t(ROLE_LABEL[role]), hint: t(ROLE_DUTY[role]) }))}
            required
          />
          <p className="text-sm text-soft">{t('identity:members.secondNote')}</p>
          <Button name="intent" value="invite">
            {t('identity:members.send')}
          </Button>
        </form>
      </Card>
      {invitations.length > 0 ? (
        <Card title={t('identity:members.open')}>
          <ul className="divide-y divide-line">
            {invitations.map((invitation) => (
              <li
                key={invitation.invitationId}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3"
              >
                <div className="min-w-0">
                  <p className="break-all">{invitation.email}</p>
                  <p className="text-sm text-soft">
                    {t(ROLE_LABEL[invitation.role])} ·{' '}
                    {invitation.waits
                      ? t('identity:members.waits')
                      : t(invitation.expired ? 'identity:members.expired' : 'identity:members.validUntil', {
                          date: format.date(invitation.expiresAt),
                        })}
                  </p>
                </div>
                <form method="post">
                  <RequestId of={invitation.invitationId} />
                  <input type="hidden" name="invitationId" value={invitation.invitationId} />
                  <Button
                    kind="plain"
                    name="intent"
                    value="cancel"
                    aria-label={t('identity:members.cancelName', { email: invitation.email })}
                  >
                    {t('identity:members.cancel')}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  );
}
