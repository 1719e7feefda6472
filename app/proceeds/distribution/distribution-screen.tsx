import { asCurrency } from '#app/money/currency';
import type { Problem } from '#app/platform/http/problems';
import { LinkButton } from '#app/ui/actions/button';
import { EmptyState } from '#app/ui/display/empty-state';
import { Notice } from '#app/ui/display/notice';
import { PageHeader } from '#app/ui/layout/page-header';
import { productText } from '#app/catalogue/vocabulary/product-text';
import { useWords } from '#app/platform/i18n/use-words';
import type { DistributionPage } from './distribution-page.server';
import { DistributedSheet } from './distributed-sheet';
import { SharingForm } from './sharing-form';

export type DistributionScreenProps = { page: DistributionPage; requestId: string; problems: Problem[] };

/** The sharing of one order's money: still to come, to be entered, or done with its receipts. */
export function DistributionScreen({ page, requestId, problems }: DistributionScreenProps) {
  const words = useWords();
  const { t, format } = words;
  const { order } = page;
  const money = (minor: bigint) => format.money({ minor, currency: asCurrency(order.currency) });
  const title =
    page.state === 'open'
      ? t('programme:share.title', { amount: money(page.netMinor) })
      : page.state === 'shared'
        ? t('programme:share.sharedTitle', { amount: money(page.sheet.netMinor) })
        : t('programme:share.crumb');
  return (
    <>
      <PageHeader
        breadcrumbs={{
          label: t('programme:trail.label'),
          items: [
            { label: t('programme:trail.orders'), href: '/cooperative/orders' },
            { label: order.number, href: `/cooperative/orders/${order.id}` },
            { label: t('programme:share.crumb') },
          ],
        }}
        kicker={`${order.number} · ${productText(order, words)}`}
        title={title}
        sub={
          page.state === 'shared'
            ? t('programme:share.sharedOn', { date: format.date(page.sharedAt) })
            : t('programme:share.sub')
        }
      />
      <Body page={page} requestId={requestId} problems={problems} />
    </>
  );
}

function Body({ page, requestId, problems }: DistributionScreenProps) {
  const { t } = useWords();
  if (page.state === 'shared') return <DistributedSheet page={page} problems={problems} />;
  if (page.state === 'waiting') {
    return (
      <EmptyState
        title={t('programme:share.waiting')}
        icon="clock"
        action={
          <LinkButton kind="quiet" href={`/cooperative/orders/${page.order.id}`}>
            {t('programme:share.toOrder')}
          </LinkButton>
        }
      >
        {t('programme:share.waitingText')}
      </EmptyState>
    );
  }
  if (!page.canWrite) return <Notice tone="info">{t('programme:share.notYours')}</Notice>;
  if (page.members.length === 0) {
    return (
      <EmptyState
        title={t('programme:members.none')}
        icon="people"
        action={<LinkButton href="/cooperative/members">{t('programme:share.toMembers')}</LinkButton>}
      >
        {t('programme:share.noMembersText')}
      </EmptyState>
    );
  }
  return <SharingForm page={page} requestId={requestId} problems={problems} />;
}
