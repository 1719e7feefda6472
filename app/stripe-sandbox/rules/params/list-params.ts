import { z } from 'zod';
import { toRefusal } from './param-issues';

const seconds = z.string().regex(/^\d{1,11}$/, 'Invalid timestamp');
const range = z.union([
  seconds,
  z.strictObject({ gt: seconds.optional(), gte: seconds.optional(), lt: seconds.optional(), lte: seconds.optional() }),
]);
const base = {
  limit: z
    .string()
    .regex(/^([1-9]\d?|100)$/, 'must be between 1 and 100')
    .optional(),
  starting_after: z.string().optional(),
  ending_before: z.string().optional(),
  created: range.optional(),
  expand: z.unknown().optional(),
};

export type ListParams = {
  limit: number;
  startingAfter: string | null;
  endingBefore: string | null;
  created: { gt?: Date; gte?: Date; lt?: Date; lte?: Date } | null;
  /** The list's own filters that were given, by Stripe's names. */
  filters: Record<string, string>;
  types: string[] | null;
};

/**
 * Parameters of a list call. `filterNames` are the equality filters that this list knows. Throws
 * StripeRefusal.
 */
export function readListParams(params: unknown, filterNames: readonly string[]): ListParams {
  const filters = Object.fromEntries(filterNames.map((name) => [name, z.string().optional()]));
  const read = z.strictObject({ ...base, ...filters, types: z.array(z.string()).max(20).optional() }).safeParse(params);
  if (!read.success) throw toRefusal(read.error, params);
  const data: Record<string, unknown> = read.data;
  return {
    limit: read.data.limit === undefined ? 10 : Number.parseInt(read.data.limit, 10),
    startingAfter: read.data.starting_after ?? null,
    endingBefore: read.data.ending_before ?? null,
    created: readRange(read.data.created),
    filters: Object.fromEntries(
      filterNames.flatMap((name) => (typeof data[name] === 'string' ? [[name, data[name]] as const] : [])),
    ),
    types: read.data.types ?? null,
  };
}

function readRange(created: z.infer<typeof range> | undefined): ListParams['created'] {
  if (created === undefined) return null;
  // Stripe's times are whole seconds: a moment within the second counts as that second.
  const at = (text: string, addSeconds = 0) => new Date((Number.parseInt(text, 10) + addSeconds) * 1_000);
  if (typeof created === 'string') return { gte: at(created), lt: at(created, 1) };
  const { gt, gte, lt, lte } = created;
  return {
    ...(gt === undefined ? {} : { gte: at(gt, 1) }),
    ...(gte === undefined ? {} : { gte: at(gte) }),
    ...(lt === undefined ? {} : { lt: at(lt) }),
    ...(lte === undefined ? {} : { lt: at(lte, 1) }),
  };
}
