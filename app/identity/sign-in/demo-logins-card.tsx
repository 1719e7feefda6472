import { useTranslation } from 'react-i18next';
import { Button } from '#app/ui/actions/button';
import { Card } from '#app/ui/layout/card';
import { KIND_LABEL, ROLE_DUTY, ROLE_LABEL, type OrganisationKind, type Role } from '../roles';
import { HiddenFields } from './hidden-fields';

type DemoLoginsCardProps = {
  password: string;
  logins: { email: string; role: Role; organisationKind: OrganisationKind; organisationName: string }[];
  next: string | null;
  /** Hidden fields of a form that waits for the sign-in. */
  carried: [name: string, value: string][];
};

const KINDS: readonly OrganisationKind[] = ['cooperative', 'buyer', 'programme'];

/** In a demo every role is one press away; the address and password are shown for those who want to type them. */
export function DemoLoginsCard({ password, logins, next, carried }: DemoLoginsCardProps) {
  const { t } = useTranslation();
  return (
    <Card title={t('identity:demo.title')} sub={t('identity:demo.sub', { password })} tone="sand">
      <div className="space-y-5">
        {KINDS.map((kind) => (
          <section key={kind}>
            <h3 className="text-sm font-semibold text-soft">{t(KIND_LABEL[kind])}</h3>
            <ul className="mt-1 divide-y divide-line">
              {logins
                .filter((login) => login.organisationKind === kind)
                .map((login) => (
                  <li key={login.email} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
                    <div className="min-w-0 basis-64 grow">
                      <p>
                        <span className="font-semibold">{t(ROLE_LABEL[login.role])}</span> · {login.organisationName}
                      </p>
                      <p className="text-sm text-soft">{t(ROLE_DUTY[login.role])}</p>
                      <p className="text-sm break-all text-soft">{login.email}</p>
                    </div>
                    <form method="post" action="/sign-in">
                      <input type="hidden" name="email" value={login.email} />
                      <input type="hidden" name="password" value={password} />
                      <HiddenFields fields={carried} />
                      {next ? <input type="hidden" name="next" value={next} /> : null}
                      <Button
                        kind="quiet"
                        aria-label={t('identity:demo.enterAs', {
                          role: t(ROLE_LABEL[login.role]),
                          organisation: login.organisationName,
                        })}
                      >
                        {t('identity:demo.enter')}
                      </Button>
                    </form>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  );
}
