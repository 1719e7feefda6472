import type { PaymentMethod } from '#app/payments/limits/payment-cost';
import type { Tone } from '#app/ui/tones';
import type { OrderAction, OrderState } from '../lifecycle/order-lifecycle';
import type { OrderFilter } from './order-row';
import type { RailCheckKey } from './verified-rail';

/** Message keys for the codes of this room, written out so that a missing word is found. */
export const STATE_LABEL = {
  placed: 'trading:state.placed',
  paid: 'trading:state.paid',
  shipped: 'trading:state.shipped',
  delivered: 'trading:state.delivered',
  settled: 'trading:state.settled',
  expired: 'trading:state.expired',
  cancelled: 'trading:state.cancelled',
  refunded: 'trading:state.refunded',
  lost: 'trading:state.lost',
} as const satisfies Record<OrderState, string>;

export const STATE_TONE: Record<OrderState, Tone> = {
  placed: 'warn',
  paid: 'good',
  shipped: 'good',
  delivered: 'good',
  settled: 'good',
  expired: 'plain',
  cancelled: 'plain',
  refunded: 'plain',
  lost: 'bad',
};

export const METHOD_LABEL = {
  card: 'trading:method.card',
  transfer: 'trading:method.transfer',
} as const satisfies Record<PaymentMethod, string>;

export const STEP_LABEL = {
  place: 'trading:step.place',
  pay: 'trading:step.pay',
  cancel: 'trading:step.cancel',
  expire: 'trading:step.expire',
  ship: 'trading:step.ship',
  'confirm-delivery': 'trading:step.deliver',
  settle: 'trading:step.settle',
  refund: 'trading:step.refund',
  freeze: 'trading:step.freeze',
  thaw: 'trading:step.thaw',
  lose: 'trading:step.lose',
} as const satisfies Record<OrderAction, string>;

export const CHECK_LABEL = {
  buyer: 'trading:check.buyer',
  lot: 'trading:check.lot',
  price: 'trading:check.price',
  funds: 'trading:check.funds',
  goods: 'trading:check.goods',
  payout: 'trading:check.payout',
} as const satisfies Record<RailCheckKey, string>;

export const CHECK_STATE = {
  done: 'trading:checkState.done',
  current: 'trading:checkState.current',
  todo: 'trading:checkState.todo',
  problem: 'trading:checkState.problem',
} as const;

export const FILTER_LABEL = {
  all: 'trading:filter.all',
  open: 'trading:filter.open',
  done: 'trading:filter.done',
} as const satisfies Record<OrderFilter, string>;

/** What comes next, in the words of the side that reads. */
export const NEXT = {
  buyer: {
    placed: 'trading:next.buyer.placed',
    paid: 'trading:next.buyer.paid',
    shipped: 'trading:next.buyer.shipped',
    delivered: 'trading:next.buyer.delivered',
    settled: 'trading:next.buyer.settled',
    expired: 'trading:next.expired',
    cancelled: 'trading:next.cancelled',
    refunded: 'trading:next.buyer.refunded',
    lost: 'trading:next.buyer.lost',
  },
  cooperative: {
    placed: 'trading:next.cooperative.placed',
    paid: 'trading:next.cooperative.paid',
    shipped: 'trading:next.cooperative.shipped',
    delivered: 'trading:next.cooperative.delivered',
    settled: 'trading:next.cooperative.settled',
    expired: 'trading:next.expired',
    cancelled: 'trading:next.cancelled',
    refunded: 'trading:next.moneyBack',
    lost: 'trading:next.lost',
  },
  programme: {
    placed: 'trading:next.programme.placed',
    paid: 'trading:next.programme.paid',
    shipped: 'trading:next.programme.shipped',
    delivered: 'trading:next.programme.delivered',
    settled: 'trading:next.programme.settled',
    expired: 'trading:next.expired',
    cancelled: 'trading:next.cancelled',
    refunded: 'trading:next.moneyBack',
    lost: 'trading:next.programme.lost',
  },
} as const satisfies Record<string, Record<OrderState, string>>;
