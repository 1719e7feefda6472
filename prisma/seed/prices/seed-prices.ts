import { openDraft } from '#app/prices/imports/drafts/open-draft.server';
import { readDraft } from '#app/prices/imports/drafts/read-draft.server';
import { decideProposal } from '#app/prices/proposals/decide-proposal.server';
import type { ProposalFacts } from '#app/prices/proposals/proposal-facts.schema';
import { propose, type KeepEvidence } from '#app/prices/proposals/propose.server';
import { inspectFile } from '#app/verification/documents/inspect-file.server';
import { keepDocument } from '#app/verification/documents/store-document.server';
import { samplePaper } from '../sample-paper';
import { actorOf, must, type Cast, type SeedDeps } from '../seed-world';
import { PROGRAMMES } from '../world/programmes';

/**
 * What traders in Geita paid for gold: invented, like all of the demo. The last one is hard to believe, and
 * waits for two people.
 */
const GEITA_GOLD = [
  { on: '2026-03-18', price: '301000' },
  { on: '2026-04-16', price: '309500' },
  { on: '2026-05-20', price: '446000' },
];

/**
 * A table with one figure corrected and one that is there already: to be looked at and accepted, or thrown
 * away.
 */
const TABLE =
  'series,period,value,unit\nlocal.tz.geita.gold,2026-03,302000,TZS/g\nlocal.tz.geita.gold,2026-04,309500,TZS/g\n';

/**
 * The work on prices as a programme's staff find it one morning: done, waiting for a second person, waiting
 * for a look.
 */
export async function seedPrices(deps: SeedDeps, cast: Cast, end: Date): Promise<void> {
  const [programme] = PROGRAMMES;
  if (!programme) return;
  const officer = actorOf(cast, programme.key, 'officer');
  const controller = actorOf(cast, programme.key, 'controller');
  const enter = async (proposal: ProposalFacts, title: string): Promise<string> => {
    const paper = samplePaper([title, 'Sample for the demo']);
    const file = must(
      await inspectFile(deps, { actor: officer, file: { name: 'sample.pdf', bytes: paper }, path: 'evidence' }),
      'evidence of a price',
    );
    const keepEvidence: KeepEvidence = (tx) => keepDocument(tx, deps, { actor: officer, kind: 'price-evidence', file });
    const entered = await propose(deps, { actor: officer, proposal, keepEvidence, requestId: deps.newId() });
    return must(entered, 'a price proposal').proposalId;
  };

  for (const { on, price } of GEITA_GOLD) {
    deps.clock.set(new Date(`${on}T15:00:00Z`));
    const facts = { commodity: 'gold', country: 'TZ', district: 'Geita', currency: 'TZS', per: 'g' } as const;
    const source = 'Four traders at the pit, asked by the officer';
    const proposalId = await enter(
      { kind: 'local-price', facts: { ...facts, price, on, source } },
      'Pit prices, Geita',
    );
    const decision = { actor: controller, proposalId, approve: true, note: '', requestId: deps.newId() };
    must(await decideProposal(deps, decision), 'approval of a local price');
  }
  deps.clock.set(end);
  const rate = {
    base: 'USD',
    quote: 'TZS',
    rate: '2598.4',
    on: '2026-06-01',
    source: 'Demo rate, not a market quote',
  } as const;
  await enter({ kind: 'fx-rate', facts: rate }, 'Rate of the day');
  const draft = must(
    await openDraft(deps, {
      actor: officer,
      source: 'csv',
      file: { name: 'geita-gold-corrected.csv', bytes: new TextEncoder().encode(TABLE) },
      publishedOn: '2026-06-01',
      requestId: deps.newId(),
    }),
    'a price file',
  );
  const work = await deps.db.longWork.findFirstOrThrow({ where: { subjectId: draft.draftId } });
  await readDraft(deps, { draftId: draft.draftId, workId: work.id });
}
