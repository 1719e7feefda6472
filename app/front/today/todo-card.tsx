import { asCurrency } from '#app/money/currency';
import { Icon, type IconName } from '#app/ui/display/icon';
import { EmptyState } from '#app/ui/display/empty-state';
import { Card } from '#app/ui/layout/card';
import { useWords } from '#app/platform/i18n/use-words';
import type { TodayPage } from './today-page.server';

type Todo = { key: string; icon: IconName; title: string; detail: string; href: string };

/** What waits for the cooperative: money first, then goods, then papers. Each line is one large link. */
export function TodoCard({ page }: { page: TodayPage }) {
  const { t } = useWords();
  const todos = useTodos(page);
  return (
    <Card title={t('programme:today.needsYou')}>
      {todos.length === 0 ? (
        <EmptyState title={t('programme:today.nothing')} icon="check">
          {t('programme:today.nothingText')}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {todos.map((todo) => (
            <li key={todo.key}>
              <a href={todo.href} className="group flex min-h-16 items-center gap-3 py-3 text-ink no-underline">
                <span className="grid size-10 shrink-0 place-items-center rounded-control bg-oxide-tint text-oxide">
                  <Icon name={todo.icon} />
                </span>
                <span className="min-w-0 flex-1">
                  <span className="block font-semibold group-hover:underline">{todo.title}</span>
                  <span className="block text-sm text-soft">{todo.detail}</span>
                </span>
                <Icon name="right" className="shrink-0 text-oxide" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function useTodos(page: TodayPage): Todo[] {
  const { t, format } = useWords();
  const { application, drafts, toShip, toConfirm, toShare, frozen, canConfirm, canShare, canList } = page;
  const money = (minor: bigint, currency: string) => format.money({ minor, currency: asCurrency(currency) });
  const todos: Todo[] = [];
  for (const payout of canConfirm ? toConfirm : []) {
    todos.push({
      key: payout.payoutId,
      icon: 'coins',
      title: t('programme:today.confirm', { amount: money(payout.amountMinor, payout.currency) }),
      detail: t('programme:today.confirmText', { number: payout.number }),
      href: `/cooperative/payouts/${payout.payoutId}`,
    });
  }
  for (const order of frozen) {
    todos.push({
      key: order.id,
      icon: 'clock',
      title: t('programme:today.frozen', { number: order.number }),
      detail: t('programme:today.frozenText'),
      href: `/cooperative/orders/${order.id}`,
    });
  }
  for (const order of canShare ? toShare : []) {
    todos.push({
      key: order.orderId,
      icon: 'people',
      title: t('programme:today.share', { amount: money(order.amountMinor, order.currency) }),
      detail: t('programme:today.shareText', { number: order.number }),
      href: `/cooperative/orders/${order.orderId}/distribution`,
    });
  }
  for (const order of canList ? toShip : []) {
    todos.push({
      key: order.id,
      icon: 'truck',
      title: t('programme:today.ship', { number: order.number }),
      detail: t('programme:today.shipText'),
      href: `/cooperative/orders/${order.id}`,
    });
  }
  if (canList && drafts.firstId) {
    todos.push({
      key: 'drafts',
      icon: 'box',
      title: t('programme:today.drafts', { count: drafts.count }),
      detail: t('programme:today.draftsText'),
      href: drafts.count === 1 ? `/cooperative/lots/${drafts.firstId}` : '/cooperative/lots?state=draft',
    });
  }
  if (canList && (application.state === 'draft' || application.state === 'rejected')) {
    todos.push({
      key: 'application',
      icon: 'shield',
      title: t('programme:today.apply'),
      detail:
        application.missing > 0
          ? t('programme:today.missing', { count: application.missing })
          : t('programme:today.readyToSend'),
      href: '/cooperative/application',
    });
  }
  return todos;
}
