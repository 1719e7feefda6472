import { dayOf } from '#app/money/calendar-day';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { data } from '@remix-run/node';
import { orAmbiguous, twoReadings } from '#app/money/typed-decimal';
import { can } from '#app/identity/permissions';
import { requireActor } from '#app/identity/require-actor.server';
import { readForm } from '#app/platform/http/form.server';
import { pageCursor } from '#app/platform/http/request-values';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { problemOf, problemsOf, type Problem } from '#app/platform/http/problems';
import { listProposals } from '#app/prices/proposals/list-proposals.server';
import {
  localPriceFactsSchema,
  rateFactsSchema,
  seriesFactsSchema,
  type ProposalFacts,
  type ProposalKind,
} from '#app/prices/proposals/proposal-facts.schema';
import { propose } from '#app/prices/proposals/propose.server';
import type { RateDoubt } from '#app/prices/rates/rate-doubts';
import { documentOfForm, keepForAnswer, keptBefore } from '#app/verification/documents/form-document.server';

/** What the pages of the three kinds have in common. */
export async function proposalsPage({ request, context }: LoaderFunctionArgs, kind: ProposalKind) {
  const actor = await requireActor(request, context, 'price:read');
  const { deps } = context;
  return {
    kind,
    proposals: await listProposals(deps, { actor, kind, cursor: pageCursor(request.url) }),
    mayPropose: can(actor, 'price:propose'),
    today: dayOf(deps.clock.now()),
    requestId: deps.newId(),
  };
}

/**
 * Takes what one of the staff typed, with its evidence, into a proposal that waits for a second person. An unlikely rate comes back with a question first:
 * the form keeps what was typed, and the evidence with it.
 */
export async function proposeFromForm({ request, context }: ActionFunctionArgs, kind: ProposalKind, page: string) {
  const actor = await requireActor(request, context, 'price:propose');
  const { deps } = context;
  const form = await readForm(request, { maxFileBytes: deps.settings.maxUploadBytes });
  const file = { actor, form, path: 'evidence', kind: 'price-evidence' };
  let kept = await keptBefore(deps, file);
  const refused = (problems: Problem[], doubt: RateDoubt | null = null) =>
    data({ problems, values: form.values, doubt, kept }, { status: 422 });
  if (form.fileTooLarge) return refused([{ path: 'evidence', messageKey: 'pricing:imports.refusal.fileTooLarge' }]);
  const doubtful = doubtfulFigures(kind, form.values, await readerLocale(request));
  if (doubtful.length > 0) return refused(doubtful);
  const parsed = factsOf(kind, form.values);
  if (!parsed.ok) return refused(parsed.problems);
  const evidence = await documentOfForm(deps, { ...file, kept, action: 'propose-price' });
  if (!evidence.ok) return refused([problemOf(evidence)]);
  const proposed = await propose(deps, {
    actor,
    proposal: parsed.proposal,
    keepEvidence: evidence.value,
    requestId: form.requestKey(),
    asked: { meant: form.text('meant') },
  });
  if (proposed.ok) return redirectWithNotice(page, 'pricing:rates.notice.proposed');
  if (!('doubt' in proposed)) return refused([problemOf(proposed)]);
  kept = await keepForAnswer(deps, { ...file, kept });
  return refused([problemOf(proposed)], proposed.doubt);
}

/** Figures that this reader may mean in two ways, a thousandfold apart. */
function doubtfulFigures(kind: ProposalKind, values: Record<string, string>, locale: string): Problem[] {
  return FIGURES[kind].flatMap((path) => {
    const readings = twoReadings(values[path] ?? '', locale);
    return readings ? [orAmbiguous({ path, messageKey: 'pricing:rates.refusal.amount' }, { readings })] : [];
  });
}

type Parsed = { ok: true; proposal: ProposalFacts } | { ok: false; problems: Problem[] };

function factsOf(kind: ProposalKind, values: Record<string, string>): Parsed {
  const text = (name: string) => values[name] ?? '';
  const given = Object.fromEntries(FIELDS[kind].map((name) => [name, text(name)]));
  if (kind === 'fx-rate') {
    const { success, data: facts, error } = rateFactsSchema.safeParse(given);
    return success ? { ok: true, proposal: { kind, facts } } : { ok: false, problems: problemsOf(error) };
  }
  if (kind === 'local-price') {
    const { success, data: facts, error } = localPriceFactsSchema.safeParse(given);
    return success ? { ok: true, proposal: { kind, facts } } : { ok: false, problems: problemsOf(error) };
  }
  const { success, data: facts, error } = seriesFactsSchema.safeParse(given);
  return success ? { ok: true, proposal: { kind, facts } } : { ok: false, problems: problemsOf(error) };
}

const FIELDS: Record<ProposalKind, readonly string[]> = {
  'fx-rate': ['base', 'quote', 'rate', 'on', 'source'],
  'local-price': Object.keys(localPriceFactsSchema.shape),
  series: [
    'key',
    'commodity',
    'currency',
    'per',
    'source',
    'licence',
    'attribution',
    'pageUrl',
    'freshDays',
    'staleDays',
    'quarantinePct',
  ],
};

const FIGURES: Record<ProposalKind, readonly string[]> = {
  'fx-rate': ['rate'],
  'local-price': ['price'],
  series: ['quarantinePct'],
};
