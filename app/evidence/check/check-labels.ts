import type { Check, CheckName } from './check-evidence';
import type { Tone } from '#app/ui/tones';

/** Message keys by the codes of the checks. Written out, so that every key is found by a search. */
export const CHECK_TITLE: Record<CheckName, string> = {
  text: 'pricing:verify.check.text',
  chain: 'pricing:verify.check.chain',
  sum: 'pricing:verify.check.sum',
  tree: 'pricing:verify.check.tree',
};

export const CHECK_TEXT: Record<CheckName, string> = {
  text: 'pricing:verify.checkText.text',
  chain: 'pricing:verify.checkText.chain',
  sum: 'pricing:verify.checkText.sum',
  tree: 'pricing:verify.checkText.tree',
};

const STATE: Record<Check['state'], string> = {
  matches: 'pricing:verify.state.matches',
  differs: 'pricing:verify.state.differs',
  absent: 'pricing:verify.state.absent',
};

export function stateKey({ state, reason }: Pick<Check, 'state' | 'reason'>): string {
  return reason === 'first' ? 'pricing:verify.state.first' : STATE[state];
}

export const CHECK_TONE: Record<Check['state'], Tone> = { matches: 'good', differs: 'bad', absent: 'plain' };

const REASON: Record<string, string> = {
  first: 'pricing:verify.reason.first',
  'day-open': 'pricing:verify.reason.dayOpen',
  apart: 'pricing:verify.reason.apart',
  'other-formula': 'pricing:verify.reason.otherFormula',
  unreadable: 'pricing:verify.reason.unreadable',
  refused: 'pricing:verify.reason.refused',
};

/** Any other reason is why there was no band on the day of the order. */
export function reasonKey(reason: string): string {
  return REASON[reason] ?? 'pricing:verify.reason.noBand';
}

export const VERDICT_WORD: Record<string, string> = {
  'below-floor': 'pricing:certificate.verdict.belowFloor',
  low: 'pricing:certificate.verdict.low',
  fair: 'pricing:certificate.verdict.fair',
  high: 'pricing:certificate.verdict.high',
  'above-ceiling': 'pricing:certificate.verdict.aboveCeiling',
};
