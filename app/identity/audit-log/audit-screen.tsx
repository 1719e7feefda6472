import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { EmptyState } from '#app/ui/display/empty-state';
import { Card } from '#app/ui/layout/card';
import { PageHeader } from '#app/ui/layout/page-header';
import { ACTION_LABEL, isLabelled } from './action-label';
import type { AuditLine } from './audit-page.server';

/** What was done, by whom and for which organisation. A step of older records that has no words any more is named as they name it. */
export function AuditScreen({ items, next }: { items: AuditLine[]; next: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="max-w-2xl">
      <PageHeader title={t('identity:audit.title')} sub={t('identity:audit.sub')} />
      {items.length === 0 ? (
        <EmptyState title={t('identity:audit.none')} icon="check" />
      ) : (
        <Card>
          <ul className="divide-y divide-line">
            {items.map(({ id, at, action, person, subject, organisation }) => (
              <li key={id} className="py-3">
                <p>
                  {isLabelled(action) ? t(ACTION_LABEL[action]) : <code className="break-all">{action}</code>}
                  {subject ? ` · ${subject}` : null}
                </p>
                <p className="text-sm text-soft">
                  <time dateTime={at}>{format.date(at, 'time')}</time>
                  {[person, organisation].filter((known) => known !== null).map((known) => ` · ${known}`)}
                </p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {next ? (
        <p className="mt-5">
          <a href={`/programme/audit?before=${encodeURIComponent(next)}`}>{t('identity:audit.older')}</a>
        </p>
      ) : null}
    </div>
  );
}
