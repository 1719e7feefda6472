import type { Deps } from '#app/platform/deps';
import { timeAhead } from '#app/valuation/api/time-ahead';
import { badInput } from './api-http.server';

/**
 * Throws the answer (422) where a question is about a time that has not come on any clock. A demo's clock stands back: a program's own "now" is no future to
 * it, and is answered by what is known, with its age.
 */
export function refuseAhead({ clock }: Pick<Deps, 'clock'>, asked: { asOf?: string; knownAt: string | null }): void {
  const [here, outside] = [clock.now(), new Date()];
  const ahead = timeAhead(asked, here > outside ? here : outside);
  if (ahead.length > 0) throw badInput(ahead);
}
