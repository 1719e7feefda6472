import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { EmptyState } from '#app/ui/display/empty-state';
import { Card } from '#app/ui/layout/card';
import { PageHeader } from '#app/ui/layout/page-header';
import type { AuditLine } from './audit-page.server';

/** What was done, by whom and for which organisation. The step is named as the records name it. */
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
                  <code className="break-all">{action}</code>
                  {subject ? ` · ${subject}` : null}
                </p>
                <p className="text-sm text-soft">
                  <time dateTime={at}>{format.date(at, 'time')}</time>
                  {person ? ` · ${person}` : null}
                  {organisation ? ` · ${organisation}` : null}
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
