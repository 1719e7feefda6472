import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { CopyBlock } from '#app/ui/actions/copy-block';
import { Disclosure } from '#app/ui/actions/disclosure';
import { Card } from '#app/ui/layout/card';
import type { OrderPage } from './order-page.server';

/** The hash that was frozen with the price, and the text that it is of. */
export function OrderEvidenceCard({ evidence }: Pick<OrderPage, 'evidence'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('trading:evidence.title')} sub={t('trading:evidence.sub')}>
      <div className="space-y-4">
        {evidence.map(({ sha256, recordedAt, canonical }) => (
          <div key={sha256}>
            <CopyBlock label={t('trading:evidence.hash', { date: format.date(recordedAt, 'time') })} value={sha256} />
            <p className="flex flex-wrap gap-x-5">
              <a href={`/certificates/${sha256}`} className="inline-flex min-h-11 items-center font-semibold">
                {t('pricing:certificate.title')}
              </a>
              <a href={`/verify/${sha256}`} className="inline-flex min-h-11 items-center">
                {t('pricing:certificate.check')}
              </a>
            </p>
            <Disclosure summary={t('trading:evidence.show')}>
              <p className="mb-2 text-sm text-soft">{t('trading:evidence.how')}</p>
              <pre className="max-h-96 overflow-auto rounded-control border border-line bg-sand p-3 font-mono text-xs break-all whitespace-pre-wrap">
                {canonical}
              </pre>
            </Disclosure>
          </div>
        ))}
      </div>
    </Card>
  );
}
