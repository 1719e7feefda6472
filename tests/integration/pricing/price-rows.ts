import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';
import { openDraft } from '#app/prices/imports/drafts/open-draft.server';
import { propose } from '#app/prices/proposals/propose.server';
import { seriesFactsSchema } from '#app/prices/proposals/proposal-facts.schema';
import { OWN_SERIES } from '#tests/support/examples/own-series';

/** A file that one of the staff has brought, and a series that waits for a second person. */
export async function priceRows(deps: Deps, actor: Actor): Promise<{ draftId: string; proposalId: string }> {
  const bytes = Buffer.from('series,period,value\nop.cobalt,2026-05,19\n');
  const file = { name: 'prices.csv', bytes };
  const opened = await openDraft(deps, { actor, source: 'csv', file, publishedOn: '2026-06-01', requestId: 'draft' });
  if (!opened.ok) throw new Error(opened.code);
  const proposed = await propose(deps, {
    actor,
    proposal: {
      kind: 'series',
      facts: seriesFactsSchema.parse(OWN_SERIES),
    },
    keepEvidence: null,
    requestId: 'proposal',
  });
  if (!proposed.ok) throw new Error(proposed.code);
  return { ...opened.value, ...proposed.value };
}
