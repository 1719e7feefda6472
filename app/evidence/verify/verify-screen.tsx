import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { EmptyState } from '#app/ui/display/empty-state';
import { Notice } from '#app/ui/display/notice';
import { Pagination } from '#app/ui/display/pagination';
import { DataTable } from '#app/ui/display/table';
import { TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import { Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { EvidenceDays } from '../days/list-evidence-days.server';

type Props = EvidenceDays & {
  /** What was looked for and is not here. */
  missing: string | null;
  isFirst: boolean;
};

/** How a price can be checked, and the roots of all days that are over. */
export function VerifyScreen({ days, next, missing, isFirst }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const isHash = missing !== null && /^[0-9a-f]{64}$/.test(missing);
  return (
    <>
      <PageHeader title={t('pricing:verify.title')} sub={t('pricing:verify.sub')} />
      <Stack>
        {missing !== null ? (
          <Notice tone="error" title={t(isHash ? 'pricing:verify.unknown' : 'pricing:verify.noHash')} announce>
            {t(isHash ? 'pricing:verify.unknownText' : 'pricing:verify.noHashText')}
          </Notice>
        ) : null}
        <Card title={t('pricing:verify.look')}>
          <form method="get" action="/verify" className="max-w-2xl space-y-4">
            <TextInput
              name="hash"
              label={t('pricing:verify.hash')}
              hint={t('pricing:verify.hashHint')}
              defaultValue={missing}
              maxLength={100}
              code
              required
            />
            <Button>{t('pricing:verify.submit')}</Button>
          </form>
        </Card>
        <Card title={t('pricing:verify.offline')} tone="sand">
          <p className="max-w-3xl">{t('pricing:verify.offlineText')}</p>
          <pre className="mt-3 rounded-control border border-line bg-card p-3 font-mono text-sm break-words whitespace-pre-wrap">
            npm run verify -- certificate.json
          </pre>
        </Card>
        <Card title={t('pricing:verify.days')} sub={t('pricing:verify.daysText')}>
          <DataTable
            caption={t('pricing:verify.days')}
            captionHidden
            rows={days}
            rowKey={({ day }) => day}
            empty={<EmptyState title={t('pricing:verify.noDays')}>{t('pricing:verify.noDaysText')}</EmptyState>}
            columns={[
              {
                key: 'day',
                header: t('pricing:verify.day'),
                rowHeader: true,
                cell: ({ day }) => <span className="whitespace-nowrap">{format.date(day)}</span>,
              },
              {
                key: 'count',
                header: t('pricing:verify.count'),
                align: 'end',
                cell: ({ count }) => format.number(count),
              },
              {
                key: 'root',
                header: t('pricing:verify.root'),
                phone: 'wide',
                cell: ({ root }) => <code className="font-mono text-[0.8125rem] break-all select-all">{root}</code>,
              },
            ]}
          />
          <Pagination
            label={t('pricing:verify.pages')}
            {...(isFirst ? {} : { previous: { href: '/verify', label: t('pricing:verify.newest') } })}
            {...(next ? { next: { href: `/verify?before=${next}`, label: t('pricing:verify.older') } } : {})}
          />
        </Card>
      </Stack>
    </>
  );
}
