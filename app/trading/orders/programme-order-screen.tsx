import { useTranslation } from 'react-i18next';
import { PostingsTable } from '#app/ledger/postings/postings-table';
import { asCurrency } from '#app/money/currency';
import { PayoutBadge } from '#app/payments/payouts/payout-badge';
import { useFormat } from '#app/platform/i18n/use-format';
import { LinkButton } from '#app/ui/actions/button';
import { DefinitionList } from '#app/ui/display/definition-list';
import { Card } from '#app/ui/layout/card';
import type { ProgrammeOrderPage } from './order-page.server';
import { NEXT } from '../vocabulary/labels';
import { OrderFrame } from './order-frame';

const SHARING = { sums: 'trading:postings.sums', withheld: 'trading:postings.withheld' } as const;

/** One order down to its postings: what every figure above it is made of. */
export function ProgrammeOrderScreen({ order, mayPrepare }: { order: ProgrammeOrderPage; mayPrepare: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (minor: bigint) => format.money({ minor, currency: asCurrency(order.currency) });
  const { payout, shared } = order;
  const next = (
    <Card title={t('trading:next.title')} tone="green">
      <p>
        {t(order.frozenFor ? 'trading:frozen.next' : NEXT.programme[order.state], {
          payBy: format.date(order.payBy, 'time'),
          net: money(order.waterfall.netMinor),
        })}
      </p>
      {payout ? (
        <p className="mt-3 flex flex-wrap items-center gap-3">
          <a href={`/programme/payouts/${payout.id}`}>{t('trading:payout.link', { number: payout.number })}</a>
          <PayoutBadge state={payout.state} />
        </p>
      ) : null}
      {order.state === 'delivered' && !payout && mayPrepare && !order.frozenFor ? (
        <div className="mt-4">
          <LinkButton href={`/programme/payouts/new?order=${order.id}`} block>
            {t('trading:payout.prepare')}
          </LinkButton>
        </div>
      ) : null}
    </Card>
  );
  const more = (
    <>
      {shared ? (
        <Card title={t('trading:shared.title')} sub={t('trading:shared.sub', { count: shared.members })}>
          <DefinitionList
            items={[
              { term: t('trading:shared.costs'), value: money(shared.costsMinor) },
              { term: t('trading:shared.community'), value: money(shared.communityMinor) },
              { term: t('trading:shared.members'), value: money(shared.membersMinor) },
            ]}
          />
        </Card>
      ) : null}
      <Card title={t('trading:postings.title')} sub={t('trading:postings.sub')} id="postings">
        {order.sharing === 'none' ? null : <p className="mb-4 text-sm text-soft">{t(SHARING[order.sharing])}</p>}
        <PostingsTable
          postings={order.postings.map((posting, index) => ({ ...posting, key: `${posting.entryId}:${index}` }))}
        />
      </Card>
    </>
  );
  return <OrderFrame order={order} side="programme" next={next} more={more} />;
}
