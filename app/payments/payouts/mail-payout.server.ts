import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { asCurrency } from '#app/money/currency';
import { money } from '#app/money/money';
import { formatMoney } from '#app/platform/i18n/format';
import { isLocale } from '#app/platform/i18n/locales';
import { translator } from '#app/platform/i18n/translator.server';

type Told = {
  id: string;
  number: string;
  cooperativeId: string;
  programmeId: string;
  amountMinor: bigint;
  currency: string;
  reference: string | null;
};

const MAIL = {
  sent: {
    subject: 'payments:mail.sentSubject',
    text: 'payments:mail.sentText',
    path: '/cooperative/payouts/',
    roles: ['treasurer', 'manager'],
  },
  mismatch: {
    subject: 'payments:mail.mismatchSubject',
    text: 'payments:mail.mismatchText',
    path: '/programme/payouts/',
    roles: ['officer', 'controller'],
  },
} as const;

/**
 * Tells the treasurer that money is on its way, or staff that another sum arrived. Each in their own
 * language.
 */
export async function mailPayout(
  tx: Tx,
  deps: Pick<Deps, 'jobs' | 'settings'>,
  payout: Told,
  about: keyof typeof MAIL,
): Promise<void> {
  const { subject, text, path, roles } = MAIL[about];
  const people = await tx.membership.findMany({
    where: { organisationId: about === 'sent' ? payout.cooperativeId : payout.programmeId, role: { in: [...roles] } },
    select: { user: { select: { email: true, locale: true, name: true } } },
  });
  for (const { user } of people) {
    const locale = isLocale(user.locale) ? user.locale : 'en';
    const t = translator(locale);
    const params = {
      name: user.name,
      number: payout.number,
      amount: formatMoney(money(payout.amountMinor, asCurrency(payout.currency)), locale),
      reference: payout.reference ?? '',
      url: `${deps.settings.publicUrl}${path}${payout.id}`,
    };
    await deps.jobs.enqueue(tx, 'send-mail', { to: user.email, subject: t(subject, params), text: t(text, params) });
  }
}
