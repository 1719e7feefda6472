import { beforeEach } from 'vitest';
import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';
import { findWork } from '#app/platform/jobs/long-work.server';
import { decideDraft } from '#app/prices/imports/drafts/decide-draft.server';
import { getDraft, type DraftPage, type LineFilter } from '#app/prices/imports/drafts/get-draft.server';
import { openDraft } from '#app/prices/imports/drafts/open-draft.server';
import type { readDraft } from '#app/prices/imports/drafts/read-draft.server';
import { testOrganisation } from '#tests/support/people';
import type { TestDeps } from '#tests/support/test-deps';
import { jobHandlers } from '../../../scripts/job-handlers';

/** The desk of a programme's staff to whom price files are brought. Nothing lies on it when a test begins. */
export async function draftDesk(deps: TestDeps) {
  const programme = await testOrganisation(deps, { kind: 'programme', roles: ['officer', 'controller', 'observer'] });
  const other = await testOrganisation(deps, { kind: 'programme', roles: ['controller'] });
  const { officer, controller: colleague, observer } = programme.as;
  let uploads = 0;

  beforeEach(async () => {
    deps.clock.set('2026-06-02T08:00:00Z');
    await deps.db
      .$executeRaw`TRUNCATE "Series", "PriceImport", "Observation", "ObservationInForce", "FxRate", "PriceImportDraft", "LongWork" CASCADE`;
  });

  async function bring(bytes: Buffer, { source = 'pink-sheet', publishedOn = '' } = {}): Promise<string> {
    const requestId = `up-${(uploads += 1)}`;
    const file = { name: 'prices', bytes };
    const opened = await openDraft(deps, { actor: officer, source, file, publishedOn, requestId });
    if (!opened.ok) throw new Error(opened.code);
    return opened.value.draftId;
  }

  async function run(job: typeof readDraft, draftId: string, on: Deps = deps): Promise<void> {
    const work = await findWork(deps, { subjectId: draftId });
    await job(on, { draftId, workId: work?.id ?? '' });
  }

  /**
   * Does what the worker is asked to do with the file of a draft, and says whether it was asked and the file
   * is gone.
   */
  async function leftToRemove(draftId: string): Promise<boolean> {
    const { storageKey } = await deps.db.priceImportDraft.findUniqueOrThrow({ where: { id: draftId } });
    const [asked] = await deps.db.$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM graphile_worker._private_jobs WHERE payload->>'storageKey' = ${storageKey}`;
    if (asked?.count !== 1n) return false;
    for (const _again of [1, 2]) await jobHandlers['remove-file'](deps, { storageKey });
    return (await deps.files.get(storageKey)) === null;
  }

  const page = (draftId: string, filter: LineFilter = 'all', after: number | null = null): Promise<DraftPage> =>
    getDraft(deps, { actor: officer, draftId, filter, after });

  async function accept(draftId: string, actor: Actor = officer) {
    const { digest } = await page(draftId);
    return decideDraft(deps, {
      ...{ actor, draftId, digest: digest ?? '', accept: true },
      requestId: `${draftId}-${(uploads += 1)}`,
    });
  }

  return { officer, colleague, observer, stranger: other.as.controller, bring, run, leftToRemove, page, accept };
}

export const months = (...values: number[]) => values.map((value, index) => [`2026M0${index + 1}`, value] as const);
