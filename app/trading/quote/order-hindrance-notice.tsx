import { useTranslation } from 'react-i18next';
import { Notice } from '#app/ui/display/notice';
import type { OrderHindrance } from './order-hindrance.server';

interface OrderHindranceNoticeProps {
  hindrance: OrderHindrance;
  /** For staff: where the charge is set. */
  chargesHref?: string;
  /** The ask itself cannot be paid: the text says what helps. */
  ofAsk?: boolean;
}

/** That buyers cannot order a lot yet, why, and who mends it. */
export function OrderHindranceNotice({ hindrance, chargesHref, ofAsk = false }: OrderHindranceNoticeProps) {
  const { t } = useTranslation();
  return (
    <Notice
      tone="warn"
      title={t('trading:notOrderable.title')}
      action={chargesHref ? <a href={chargesHref}>{t('trading:notOrderable.staff')}</a> : null}
    >
      {t(hindrance.messageKey, hindrance.params)} {chargesHref || ofAsk ? null : t('trading:notOrderable.own')}
    </Notice>
  );
}
