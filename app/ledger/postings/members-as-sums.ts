import { isShowable } from '#app/identity/small-groups';
import type { OrderPosting } from './order-postings.server';

/**
 * Who reads an order's journal outside its cooperative: staff see how it was shared in sums, an observer only
 * what the platform moved.
 */
export type JournalReader = 'staff' | 'observer';

type Journal = {
  postings: OrderPosting[];
  /** What was left out, in one word for the page. */
  sharing: 'none' | 'sums' | 'withheld';
};

const OWED = 'payable-to-member';

/**
 * An order's journal without what a single member got. Shares become one sum. Payments to members are shown
 * as one sum once everybody is paid, since the sum of the first few, or what one more payment adds, is
 * somebody's share. Under five people nothing of the sharing is shown: of costs, community and members the
 * third follows from the other two and the net.
 */
export function membersAsSums(postings: readonly OrderPosting[], reader: JournalReader): Journal {
  const entries = new Set(postings.filter(({ code }) => code === OWED).map(({ entryId }) => entryId));
  const others = postings.filter(({ entryId }) => !entries.has(entryId));
  if (entries.size === 0) return { postings: others, sharing: 'none' };
  const sharing = postings.filter(({ entryId }) => entries.has(entryId));
  const shared = sharing.filter(({ kind }) => kind === 'proceeds-shared');
  const paid = sharing.filter(({ kind }) => kind !== 'proceeds-shared');
  const people = membersIn(shared);
  if (reader === 'observer' || !isShowable(people) || people === 0) return { postings: others, sharing: 'withheld' };
  const settled = membersIn(paid) === people ? sumsOf(paid) : [];
  return { postings: [...others, ...sumsOf(shared), ...settled], sharing: 'sums' };
}

function membersIn(postings: readonly OrderPosting[]): number {
  return new Set(postings.filter(({ code }) => code === OWED).map(({ ownerId }) => ownerId)).size;
}

/** One line for each kind of account: many entries, dates and owners become the last of them. */
function sumsOf(postings: readonly OrderPosting[]): OrderPosting[] {
  const last = postings.at(-1);
  const sums = new Map<string, OrderPosting>();
  for (const posting of postings) {
    const key = [posting.code, posting.part].join('|');
    const amountMinor = (sums.get(key)?.amountMinor ?? 0n) + posting.amountMinor;
    const { entryId, occurredAt } = last ?? posting;
    sums.set(key, { ...posting, entryId, occurredAt, ownerId: null, amountMinor });
  }
  return [...sums.values()];
}
