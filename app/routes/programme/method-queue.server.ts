import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';
import type { Locale } from '#app/platform/i18n/locales';
import { translator } from '#app/platform/i18n/translator.server';
import { listProposals } from '#app/pricing/methods/changes/proposals.server';
import { methodText } from '#app/pricing/views/labels';
import type { WorkQueue } from '#app/verification/work/work-queue';

/** Changes of methods that wait for the reader; of the reader's own it only says that others must look at them. */
export async function methodQueue(deps: Deps, { actor, locale }: { actor: Actor; locale: Locale }): Promise<WorkQueue> {
  const t = translator(locale);
  const all = await listProposals(deps, { waiting: true });
  const waiting = all.filter((one) => one.proposedById !== actor.userId);
  const own = all.length - waiting.length;
  return {
    id: 'methods',
    titleKey: 'pricing:methods.queue.title',
    ...(own > 0
      ? { emptyKey: 'pricing:methods.queue.noneForYou', emptyParams: { count: own } }
      : { emptyKey: 'pricing:methods.queue.none' }),
    actionKey: 'verification:queue.look',
    total: waiting.length,
    items: waiting.map(({ id, methodKey, version, title, proposedBy, proposedAt }) => ({
      id,
      href: `/programme/method-versions/${methodKey}.${version}`,
      title: `${methodText((key, params) => t(key, params ?? {}), { id, title })} (${id})`,
      detailKey: 'pricing:methods.queue.by',
      detailParams: { name: proposedBy },
      waitingSince: proposedAt,
    })),
  };
}
