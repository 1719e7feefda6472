import { useTranslation } from 'react-i18next';
import { Badge } from '#app/ui/display/badge';
import { Card } from '#app/ui/layout/card';
import type { Check } from '../check/check-evidence';
import { CHECK_TEXT, CHECK_TITLE, CHECK_TONE, reasonKey, stateKey } from '../check/check-labels';

const MOST = 12;

/** What was worked out anew, one by one: what fits, and where something differs exactly what. */
export function ChecksCard({ checks }: { checks: readonly Check[] }) {
  const { t } = useTranslation();
  return (
    <Card title={t('pricing:verify.checks')} sub={t('pricing:verify.checksText')}>
      <ul className="divide-y divide-line">
        {checks.map((check) => (
          <li key={check.name} className="py-3 first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <h3 className="font-semibold">{t(CHECK_TITLE[check.name])}</h3>
              <Badge
                tone={CHECK_TONE[check.state]}
                icon={check.state === 'matches' ? 'check' : check.state === 'differs' ? 'warning' : 'info'}
              >
                {t(stateKey(check))}
              </Badge>
            </div>
            <p className="mt-1 text-sm text-soft">
              {t(check.reason === null ? CHECK_TEXT[check.name] : reasonKey(check.reason))}
            </p>
            <Differences differences={check.differences} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Differences({ differences }: Pick<Check, 'differences'>) {
  const { t } = useTranslation();
  if (differences.length === 0) return null;
  return (
    <ul className="mt-2 space-y-1 text-sm">
      {differences.slice(0, MOST).map(({ path, stored, found }) => (
        <li key={path} className="break-all">
          <code className="font-mono">{path}</code>:{' '}
          {t('pricing:verify.difference', { stored: short(stored), found: short(found) })}
        </li>
      ))}
      {differences.length > MOST ? <li>{t('pricing:verify.more', { count: differences.length - MOST })}</li> : null}
    </ul>
  );
}

function short(text: string | null): string {
  if (text === null) return '–';
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
