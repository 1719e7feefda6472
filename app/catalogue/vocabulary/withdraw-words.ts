import type { LotState } from './lot-lifecycle';

type Words = { offer: string; text: string; button: string; done: string };

/**
 * Withdrawing is one step, but it means another thing to somebody who drafts, who waits for staff, and who
 * sells.
 */
const WORDS: Partial<Record<LotState, Words>> = {
  draft: {
    offer: 'catalogue:own.throwAway',
    text: 'catalogue:own.throwAwayText',
    button: 'catalogue:own.throwAwayNow',
    done: 'catalogue:notice.thrownAway',
  },
  submitted: {
    offer: 'catalogue:own.takeBack',
    text: 'catalogue:own.takeBackText',
    button: 'catalogue:own.takeBackNow',
    done: 'catalogue:notice.takenBack',
  },
};

const OFF_THE_MARKET: Words = {
  offer: 'catalogue:own.withdraw',
  text: 'catalogue:own.withdrawText',
  button: 'catalogue:own.withdrawNow',
  done: 'catalogue:notice.withdrawn',
};

export function withdrawWords(from: LotState): Words {
  return WORDS[from] ?? OFF_THE_MARKET;
}
