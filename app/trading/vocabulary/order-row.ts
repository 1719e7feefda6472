import type { Grade } from '#app/catalogue/products/contained-mass';
import { CLOSED_STATES, OPEN_STATES, type OrderState } from '../lifecycle/order-lifecycle';

/** What of a lot names an order: its title is made from this in the reader's language. */
export type OrderedGoods = { mineral: string; form: string; quantity: string; unit: string; grades: Grade[] };

export type OrderRow = {
  id: string;
  number: string;
  state: OrderState;
  lot: OrderedGoods;
  buyerName: string;
  cooperativeName: string;
  priceMinor: bigint;
  currency: string;
  verdict: string | null;
  placedAt: string;
  payBy: string;
};

export const ORDER_FILTERS = ['all', 'open', 'done'] as const;
export type OrderFilter = (typeof ORDER_FILTERS)[number];

export const FILTER_STATES: Record<OrderFilter, readonly OrderState[] | null> = {
  all: null,
  open: OPEN_STATES,
  done: CLOSED_STATES,
};

export function readOrderFilter(text: string | null): OrderFilter {
  return ORDER_FILTERS.find((filter) => filter === text) ?? 'all';
}
