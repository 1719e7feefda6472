import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { LinkButton } from '#app/ui/actions/button';
import { Badge } from '#app/ui/display/badge';
import { EmptyState } from '#app/ui/display/empty-state';
import { Card } from '#app/ui/layout/card';
import { CellGrid } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { WorkItem, WorkQueue } from './work-queue';

type WorkScreenProps = { programmeName: string; queues: WorkQueue[] };

/** Everything that waits for staff, a card per queue; queues with work first. */
export function WorkScreen({ programmeName, queues }: WorkScreenProps) {
  const { t } = useTranslation();
  const waiting = queues.reduce((sum, queue) => sum + queue.total, 0);
  const sorted = [...queues].sort((a, b) => Number(b.total > 0) - Number(a.total > 0));
  // What the reader began and others must go on with is not nothing.
  const elsewhere = queues.filter(({ emptyParams }) => emptyParams !== undefined);
  return (
    <>
      <PageHeader
        kicker={programmeName}
        title={t('verification:work.title')}
        sub={t('verification:work.waiting', { count: waiting })}
      />
      {waiting === 0 ? (
        <EmptyState title={t('verification:work.nothing')} icon="check">
          <p>{t('verification:work.nothingText')}</p>
          {elsewhere.map(({ id, emptyKey, emptyParams }) => (
            <p key={id} className="mt-2">
              {t(emptyKey, emptyParams)}
            </p>
          ))}
        </EmptyState>
      ) : (
        <CellGrid most={2}>
          {sorted.map((queue) => (
            <QueueCard key={queue.id} queue={queue} />
          ))}
        </CellGrid>
      )}
    </>
  );
}

function QueueCard({ queue }: { queue: WorkQueue }) {
  const { t } = useTranslation();
  const { id, titleKey, emptyKey, emptyParams, actionKey, items, total } = queue;
  return (
    <Card id={id} title={t(titleKey)} actions={total > 0 ? <Badge tone="warn">{total}</Badge> : null}>
      {items.length === 0 ? (
        <p className="text-soft">{t(emptyKey, emptyParams ?? {})}</p>
      ) : (
        <ul className="divide-y divide-line">
          {items.map((item) => (
            <Line key={item.id} item={item} action={t(actionKey)} />
          ))}
        </ul>
      )}
      {total > items.length ? (
        <p className="mt-3 text-sm text-soft">{t('verification:work.more', { count: total - items.length })}</p>
      ) : null}
    </Card>
  );
}

function Line({ item, action }: { item: WorkItem; action: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0 grow basis-48">
        <p className="font-semibold">{item.title}</p>
        <p className="text-sm text-soft">{t(item.detailKey, item.detailParams ?? {})}</p>
        <p className="text-sm text-soft">{t('verification:work.since', { date: format.date(item.waitingSince) })}</p>
      </div>
      <LinkButton kind="quiet" href={item.href} aria-label={`${action}: ${item.title}`}>
        {action}
      </LinkButton>
    </li>
  );
}
