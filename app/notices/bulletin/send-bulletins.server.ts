import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { isLocale } from '#app/platform/i18n/locales';
import { periodOf, periodStart } from '#app/prices/series/period';
import { bulletinWriter } from './compose-bulletin.server';

/**
 * Tells every cooperative that asked for it the newest month's prices, once per month: the row that says so is written with the message's job, and only one
 * such row can be. Answers how many were told now.
 */
export async function sendBulletins(deps: Deps): Promise<number> {
  const wishes = await deps.db.$queryRaw<Wish[]>`
    SELECT b."organisationId", b.phone, b.locale, b.minerals, o.currency, max(s.month) AS "lastMonth"
      FROM "PriceBulletin" b JOIN "Organisation" o ON o.id = b."organisationId"
      LEFT JOIN "BulletinSent" s ON s."organisationId" = b."organisationId"
     WHERE b.active GROUP BY b."organisationId", o.currency ORDER BY b."organisationId"`;
  if (wishes.length === 0) return 0;
  const write = await bulletinWriter(deps);
  let told = 0;
  for (const wish of wishes) {
    const locale = isLocale(wish.locale) ? wish.locale : 'en';
    const bulletin = await write({ ...wish, locale });
    if (!bulletin || (wish.lastMonth && periodOf(wish.lastMonth) >= bulletin.month)) continue;
    if (await hand(deps, wish, bulletin)) told += 1;
  }
  return told;
}

type Wish = {
  organisationId: string;
  phone: string;
  locale: string;
  minerals: string[];
  currency: string;
  lastMonth: Date | null;
};

function hand(
  deps: Deps,
  { organisationId, phone }: Wish,
  { month, text }: { month: string; text: string },
): Promise<boolean> {
  const row = { id: deps.newId(), organisationId, month: periodStart(month), text, sentAt: deps.clock.now() };
  return inTransaction(deps.db, async (tx) => {
    const { count } = await tx.bulletinSent.createMany({ data: [row], skipDuplicates: true });
    if (count > 0) await deps.jobs.enqueue(tx, 'send-sms', { to: phone, text });
    return count > 0;
  });
}
