import type { Tx } from '#app/platform/db/connect.server';
import { lotFacts, type LotFacts } from '../vocabulary/lot-facts';
import type { LotState } from '../vocabulary/lot-lifecycle';

export type LotForOrder = {
  id: string;
  number: string;
  title: string;
  state: LotState;
  cooperativeId: string;
  cooperativeName: string;
  /** Null until a programme accompanies the cooperative. Such a lot is never listed. */
  programmeId: string | null;
  mineral: string;
  form: string;
  stage: string;
  facts: LotFacts;
  quantity: string;
  availableQuantity: string;
  unit: string;
  divisible: boolean;
  /** For the whole `quantity`. */
  askMinor: bigint;
  currency: string;
  incoterm: string;
  incotermPlace: string;
  originCountry: string;
  originDistrict: string;
  leadTimeDays: number;
  listedAt: Date | null;
};

/**
 * Everything an order takes from its lot. Null where there is no such lot. Not locked: `reserveStock` decides
 * who gets it.
 */
export async function getLotForOrder(tx: Tx, lotId: string): Promise<LotForOrder | null> {
  const row = await tx.lot.findUnique({ where: { id: lotId } });
  if (!row) return null;
  const cooperative = await tx.organisation.findUniqueOrThrow({
    where: { id: row.cooperativeId },
    select: { name: true, programmeId: true },
  });
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    state: row.state,
    cooperativeId: row.cooperativeId,
    cooperativeName: cooperative.name,
    programmeId: cooperative.programmeId,
    mineral: row.mineral,
    form: row.form,
    stage: row.stage,
    facts: lotFacts(row),
    quantity: row.quantity.toFixed(),
    availableQuantity: row.availableQuantity.toFixed(),
    unit: row.unit,
    divisible: row.divisible,
    askMinor: row.askMinor,
    currency: row.currency,
    incoterm: row.incoterm,
    incotermPlace: row.incotermPlace,
    originCountry: row.originCountry,
    originDistrict: row.originDistrict,
    leadTimeDays: row.leadTimeDays,
    listedAt: row.listedAt,
  };
}
