import type { WireObject } from '../objects/rows';
import { readListParams, type ListParams } from '../rules/params/list-params';
import { invalidRequest } from '../rules/stripe-refusal';
import type { Change } from '../sandbox-context.server';
import { loadKnownObject } from '../state/load-object.server';
import type { Call } from './call.server';

type Row = { id: string; sequence: bigint };
type Where = Record<string, unknown>;
type Query = {
  where: Where;
  orderBy: { sequence: 'asc' | 'desc' };
  take: number;
  select: { id: true; sequence: true };
};

/**
 * What a list call needs to know of its table: how to page through it, and Stripe's filter names on its
 * columns.
 */
export type ListOf = {
  url: string;
  filters: Readonly<Record<string, string>>;
  find: (query: Query) => Promise<Row[]>;
};

/** A page of a list, newest first, with Stripe's cursors. */
export async function listObjects(change: Change, call: Call, list: ListOf): Promise<WireObject> {
  const params = readListParams(call.params, Object.keys(list.filters));
  const where = await whereOf(params, list);
  const backwards = params.endingBefore !== null;
  const rows = await list.find({
    where,
    orderBy: { sequence: backwards ? 'asc' : 'desc' },
    take: params.limit + 1,
    select: { id: true, sequence: true },
  });
  const page = rows.slice(0, params.limit);
  if (backwards) page.reverse();
  const data: WireObject[] = [];
  for (const row of page) data.push(await loadKnownObject(change, row.id));
  return { object: 'list', data, has_more: rows.length > params.limit, url: list.url };
}

async function whereOf(params: ListParams, list: ListOf): Promise<Where> {
  const filters = Object.entries(params.filters).map(([name, value]) => [list.filters[name] ?? name, value]);
  const cursorId = params.startingAfter ?? params.endingBefore;
  const cursor = cursorId === null ? null : await sequenceOf(list, cursorId);
  return {
    ...Object.fromEntries(filters),
    ...(params.types === null ? {} : { type: { in: params.types } }),
    ...(params.created === null ? {} : { createdAt: params.created }),
    ...(cursor === null ? {} : { sequence: params.startingAfter === null ? { gt: cursor } : { lt: cursor } }),
  };
}

async function sequenceOf(list: ListOf, id: string): Promise<bigint> {
  const query = { orderBy: { sequence: 'desc' }, take: 1, select: { id: true, sequence: true } } as const;
  const [row] = await list.find({ ...query, where: { id } });
  if (!row) throw invalidRequest(`No such object: '${id}'`, { code: 'resource_missing', param: 'starting_after' });
  return row.sequence;
}
