import { proposeMethod, newestMethod } from '#app/valuation/change-methods/propose-method.server';
import { termLines } from '#app/valuation/methods/term-fields';
import { recordCosts } from '#app/valuation/costs/record-costs.server';
import { actorOf, must, type Cast, type SeedDeps } from '../seed-world';

/** A change of terms that waits for a second person, so that there is one to look at. */
export async function seedProposal(deps: SeedDeps, cast: Cast): Promise<void> {
  const method = await newestMethod(deps, 'silver-dore');
  const cells = termLines(method).flatMap((line) => line.cells);
  const figures = Object.fromEntries(cells.map(({ path, value }) => [path, value]));
  must(
    await proposeMethod(deps, {
      actor: actorOf(cast, 'lakes', 'officer'),
      methodKey: 'silver-dore',
      madeFrom: method.id,
      proposal: {
        figures: { ...figures, 'terms.fair.premiumPct': '8' },
        reason: 'Three buyers of the last quarter would pay 8% over the floor, not 10%.',
        citation: 'Notes of the buyers’ round table (made up for the demo)',
        sourceOn: deps.clock.now().toISOString().slice(0, 10),
        sourceUrl: '',
      },
      requestId: deps.newId(),
    }),
    'change of terms',
  );
}

/** One cooperative has counted what its bricks cost it. */
export async function seedCosts(deps: SeedDeps, cast: Cast): Promise<void> {
  must(
    await recordCosts(deps, {
      actor: actorOf(cast, 'boane', 'manager'),
      product: { mineral: 'clay', form: 'bricks' },
      costs: {
        batch: '12000',
        inputs: '6500',
        energy: '15800',
        transport: '9900',
        hours: '430',
        contingencyPct: '5',
        note: 'Counted over three firings of the shared kiln.',
      },
      requestId: deps.newId(),
    }),
    'costs',
  );
}
