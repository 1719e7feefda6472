import type { Tx } from '#app/platform/db/connect.server';
import type { ClassifiedFigure } from '../classify';
import type { VintagePlan } from '../plan-vintage.server';

const CHUNK = 1_500;

/** What asks for attention first: what will wait, then what moved most, then the rest in the order of the file. */
const ORDER: Record<ClassifiedFigure['kind'], number> = {
  quarantined: 0,
  revised: 2,
  rounding: 3,
  superseded: 4,
  new: 5,
  unchanged: 6,
};

type Preview = {
  draftId: string;
  publishedOn: string;
  plan: VintagePlan;
  changedSince: boolean;
  onProgress?: (done: number, total: number) => Promise<void>;
};

/** Writes down what a draft would change, in place of what was written before. */
export async function storePreview(
  tx: Tx,
  { draftId, publishedOn, plan, changedSince, onProgress = async () => undefined }: Preview,
): Promise<void> {
  await tx.priceImportDraftLine.deleteMany({ where: { draftId } });
  const lines = plan.figures
    .filter(({ kind }) => kind !== 'unchanged')
    .sort((a, b) => rank(a) - rank(b))
    .map((figure, position) => ({ ...figure, position }));
  for (let at = 0; at < lines.length; at += CHUNK) {
    // One statement for many rows: the lines of a first import are thousands.
    await tx.$executeRaw`
      INSERT INTO "PriceImportDraftLine" ("draftId", position, series, period, kind, value, "previousValue", material)
      SELECT ${draftId}::uuid, r.position, r.series, r.period, r.kind, r.value::numeric, r.previous::numeric, r.material
      FROM jsonb_to_recordset(${JSON.stringify(lines.slice(at, at + CHUNK))}::jsonb)
        AS r(position int, series text, period text, kind text, value text, previous text, material boolean)`;
    await onProgress(Math.min(at + CHUNK, lines.length), lines.length);
  }
  await tx.priceImportDraft.update({
    where: { id: draftId },
    data: {
      state: 'preview',
      publishedOn: new Date(`${publishedOn}T00:00:00Z`),
      counts: plan.counts,
      planDigest: plan.digest,
      changedSince,
    },
  });
}

function rank({ kind, material }: ClassifiedFigure): number {
  return material ? 1 : ORDER[kind];
}
