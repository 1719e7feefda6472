import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import type { Deps } from '#app/platform/deps';
import { isLocale, type Locale } from '#app/platform/i18n/locales';
import { periodOf, type Period } from '#app/prices/series/period';
import { BULLETIN_MINERALS } from './bulletin-choice';
import { composeBulletin, type Bulletin } from './compose-bulletin.server';

const LAST_SHOWN = 6;

export type BulletinPage = {
  choice: { active: boolean; phone: string; locale: Locale; minerals: string[] };
  mayChange: boolean;
  preview: Bulletin | null;
  sent: { month: Period; text: string; sentAt: string }[];
};

/** What a cooperative has chosen (or would start from), the message as it would be sent now, and those that were. */
export async function bulletinPage(
  deps: Deps,
  { actor, readerLocale }: { actor: Actor; readerLocale: Locale },
): Promise<BulletinPage> {
  const { organisationId, currency } = actor;
  const [saved, sent] = await Promise.all([
    deps.db.priceBulletin.findUnique({ where: { organisationId } }),
    deps.db.bulletinSent.findMany({ where: { organisationId }, orderBy: { month: 'desc' }, take: LAST_SHOWN }),
  ]);
  // Until one is chosen, the message is in the language that this page is read in.
  const language = saved?.locale ?? readerLocale;
  const choice = {
    active: saved?.active ?? false,
    phone: saved?.phone ?? '',
    locale: isLocale(language) ? language : ('en' as const),
    minerals: saved?.minerals ?? (await ownMinerals(deps, organisationId)),
  };
  return {
    choice,
    mayChange: can(actor, 'bulletin:write'),
    preview: await composeBulletin(deps, { ...choice, currency }),
    sent: sent.map((row) => ({ month: periodOf(row.month), text: row.text, sentAt: row.sentAt.toISOString() })),
  };
}

/** What the cooperative has lots of; gold where that says nothing. */
async function ownMinerals({ db }: Deps, cooperativeId: string): Promise<string[]> {
  const rows = await db.lot.groupBy({ by: ['mineral'], where: { cooperativeId } });
  const own = BULLETIN_MINERALS.filter((mineral) => rows.some((row) => row.mineral === mineral)).slice(0, 2);
  return own.length > 0 ? own : ['gold'];
}
