import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { waitingPersons } from '#app/identity/persons/persons-page.server';
import type { Deps } from '#app/platform/deps';
import type { WorkQueue } from '#app/verification/work/work-queue';

/** People whose identity papers one of the staff must see: not for those who only look on. */
export async function personQueue(deps: Deps, { actor }: { actor: Actor }): Promise<WorkQueue> {
  const { items, total } = can(actor, 'person:confirm')
    ? await waitingPersons(deps, { actor })
    : { items: [], total: 0 };
  return {
    id: 'persons',
    titleKey: 'identity:persons.list.title',
    emptyKey: 'identity:persons.list.none',
    actionKey: 'verification:queue.look',
    total,
    items: items.slice(0, 10).map(({ userId, name, places, since }) => ({
      id: userId,
      href: '/programme/persons',
      title: name,
      detailKey: 'verification:queue.by',
      detailParams: { cooperative: places.map(({ organisation }) => organisation).join(', ') },
      waitingSince: since,
    })),
  };
}
