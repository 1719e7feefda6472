import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import type { Form } from '#app/platform/http/form.server';
import { problemOf, type Problem } from '#app/platform/http/problems';
import { attachLotDocument } from './attach-lot-document.server';
import { lookAtAsk, type AskLook } from './look-at-ask.server';
import { isLotDocumentKind } from '../products/terms';
import type { ListingDoubts } from '../list-lot/listing-doubts';
import { withdrawWords } from '../vocabulary/withdraw-words';
import { repriceLot, type RepriceDoubts } from './reprice-lot.server';
import { submitLot } from '../list-lot/submit-lot.server';
import { withdrawLot } from './withdraw-lot.server';

type Sent = { actor: Actor; lotId: string; form: Form; locale: string };

/**
 * The page again: what is wrong, what was typed, what a look at an ask showed. A step that was taken has a
 * notice instead.
 */
export type OwnLotAnswer = {
  notice: string | null;
  problems: Problem[];
  ask: string | null;
  belowFloorReason: string;
  askLook: AskLook | null;
  repriceDoubts: RepriceDoubts | null;
  doubts: ListingDoubts | null;
};

const EMPTY: OwnLotAnswer = {
  notice: null,
  problems: [],
  ask: null,
  belowFloorReason: '',
  askLook: null,
  repriceDoubts: null,
  doubts: null,
};

/** Does what a form on a cooperative's own lot asks for, by its intent. */
export async function answerOwnLotForm(deps: Deps, sent: Sent): Promise<OwnLotAnswer> {
  const { form } = sent;
  if (form.fileTooLarge) {
    const megabytes = Math.floor(deps.settings.maxUploadBytes / 1_048_576);
    const messageKey = 'verification:refusal.fileTooLarge';
    return { ...EMPTY, problems: [{ path: 'file', messageKey, params: { name: '', megabytes } }] };
  }
  switch (form.text('intent')) {
    case 'reprice-look':
      return look(deps, sent);
    case 'submit':
      return submit(deps, sent);
    case 'reprice':
      return reprice(deps, sent);
    case 'withdraw':
      return withdraw(deps, sent);
    default:
      return attach(deps, sent);
  }
}

async function look(deps: Deps, { actor, lotId, form, locale }: Sent): Promise<OwnLotAnswer> {
  const typed = { ask: form.text('ask'), belowFloorReason: form.text('belowFloorReason') };
  const seen = await lookAtAsk(deps, { actor, lotId, ask: typed.ask, locale });
  if (!seen.ok) return { ...EMPTY, ...typed, problems: [problemOf(seen)] };
  return { ...EMPTY, ...typed, askLook: seen.value };
}

async function submit(deps: Deps, { actor, lotId, form }: Sent): Promise<OwnLotAnswer> {
  if (!can(actor, 'lot:submit')) throw new Forbidden();
  const answers = { confirmed: form.text('confirmed'), belowFloorReason: form.text('belowFloorReason') };
  const done = await submitLot(deps, { actor, lotId, requestId: form.requestKey(), ...answers });
  if (done.ok) return { ...EMPTY, notice: 'catalogue:notice.listed' };
  const { belowFloorReason } = answers;
  return { ...EMPTY, belowFloorReason, problems: [problemOf(done)], doubts: 'doubts' in done ? done.doubts : null };
}

async function reprice(deps: Deps, { actor, lotId, form, locale }: Sent): Promise<OwnLotAnswer> {
  const typed = { ask: form.text('ask'), belowFloorReason: form.text('belowFloorReason') };
  const answers = { confirmed: form.text('confirmed'), requestId: form.requestKey() };
  const done = await repriceLot(deps, { actor, lotId, locale, ...typed, ...answers });
  if (done.ok) return { ...EMPTY, notice: repricedWords(done.value) };
  return { ...EMPTY, ...typed, problems: [problemOf(done)], repriceDoubts: 'doubts' in done ? done.doubts : null };
}

function repricedWords({ isNew, toReview }: { isNew: boolean; toReview: boolean }): string {
  if (!isNew) return 'catalogue:notice.samePrice';
  return toReview ? 'catalogue:notice.repricedToReview' : 'catalogue:notice.repriced';
}

async function withdraw(deps: Deps, { actor, lotId, form }: Sent): Promise<OwnLotAnswer> {
  const done = await withdrawLot(deps, { actor, lotId, requestId: form.requestKey() });
  if (done.ok) return { ...EMPTY, notice: withdrawWords(done.value.from).done };
  return { ...EMPTY, problems: [problemOf(done)] };
}

async function attach(deps: Deps, { actor, lotId, form }: Sent): Promise<OwnLotAnswer> {
  const wanted = form.text('kind');
  const kind = isLotDocumentKind(wanted) ? wanted : 'photo';
  const file = form.file('file');
  const done = await attachLotDocument(deps, { actor, lotId, file, kind, requestId: form.requestKey() });
  return done.ok ? { ...EMPTY, notice: 'catalogue:notice.attached' } : { ...EMPTY, problems: [problemOf(done)] };
}
