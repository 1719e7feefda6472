import type { ProposalKind } from './proposal-facts.schema';
import type { FigureAside } from './figures-aside.server';
import type { ProposalRow, ProposalState } from './list-proposals.server';

type BadgeTone = 'good' | 'warn' | 'bad' | 'plain' | 'info';

const PROPOSAL_LABEL: Record<ProposalState, string> = {
  waiting: 'pricing:rates.state.waiting',
  approved: 'pricing:rates.state.approved',
  rejected: 'pricing:rates.state.rejected',
  withdrawn: 'pricing:rates.state.withdrawn',
};
const PROPOSAL_TONE: Record<ProposalState, BadgeTone> = {
  waiting: 'warn',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'plain',
};

/**
 * Where a proposal stands; an approved price that moved too far does not count yet, and one that came after a
 * later one not at all.
 */
export function proposalBadge({ state, aside }: Pick<ProposalRow, 'state' | 'aside'>): {
  labelKey: string;
  tone: BadgeTone;
} {
  if (aside?.state === 'waiting') return { labelKey: 'pricing:rates.state.twoPeople', tone: 'warn' };
  if (aside?.state === 'superseded') return { labelKey: PROPOSAL_LABEL.approved, tone: 'plain' };
  if (aside) return { labelKey: 'pricing:rates.state.figureRejected', tone: 'bad' };
  return { labelKey: PROPOSAL_LABEL[state], tone: PROPOSAL_TONE[state] };
}

/** Where the word on a figure that moved too far is given. */
export function asideHref({ observationId }: FigureAside): string {
  return `/programme/prices/waiting#q-${observationId}`;
}

export const PROPOSAL_KIND: Record<ProposalKind, string> = {
  'fx-rate': 'pricing:rates.kind.rate',
  'local-price': 'pricing:rates.kind.local',
  series: 'pricing:rates.kind.series',
};

/** The page on which a kind is entered and listed. */
export const PROPOSAL_PAGE: Record<ProposalKind, string> = {
  'fx-rate': '/programme/prices/rates',
  'local-price': '/programme/prices/local',
  series: '/programme/prices/series',
};
