import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { methodKeyOf, versionOf } from './method';
import { definitionOf } from './method-definition.schema';
import { STARTING_METHODS } from './starting/starting-methods';

/** Gives the methods that the product ships with their rows, beside those of staff; rows that are there stay as they are. */
export async function ensureStartingMethods(deps: {
  db: Pick<Tx, 'methodVersion'>;
  clock: Deps['clock'];
}): Promise<void> {
  await deps.db.methodVersion.createMany({
    data: STARTING_METHODS.map((method) => ({
      id: method.id,
      methodKey: methodKeyOf(method.id),
      version: versionOf(method.id),
      covers: method.covers.map(({ mineral, form }) => `${mineral}/${form}`),
      definition: definitionOf(method),
      starting: true,
      proposedBy: method.approvedBy.name,
      reason: '',
      proposedAt: deps.clock.now(),
    })),
    skipDuplicates: true,
  });
}
