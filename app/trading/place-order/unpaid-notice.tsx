import { useTranslation } from 'react-i18next';
import { Notice } from '#app/ui/display/notice';
import type { UnpaidOrder } from './unpaid-order.server';

/** The buyer's own order for the same lot that still waits for its payment. */
export function UnpaidNotice({ unpaid: { id, number } }: { unpaid: UnpaidOrder }) {
  const { t } = useTranslation();
  return (
    <Notice
      tone="warn"
      title={t('trading:form.unpaid', { number })}
      action={<a href={`/buyer/orders/${id}`}>{t('trading:form.seeUnpaid', { number })}</a>}
    >
      {t('trading:form.unpaidText')}
    </Notice>
  );
}
