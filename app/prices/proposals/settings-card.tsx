import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { DataTable } from '#app/ui/display/table';
import { Card } from '#app/ui/layout/card';
import type { SettingChange } from './compare-settings.server';

const LABEL: Record<SettingChange['name'], string> = {
  pageUrl: 'pricing:rates.field.pageUrl',
  freshDays: 'pricing:rates.field.freshDays',
  staleDays: 'pricing:rates.field.staleDays',
  quarantinePct: 'pricing:rates.field.quarantinePct',
};

/** A series that is there: each setting that would change, before and after. */
export function SettingsCard({ changes }: { changes: SettingChange[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = (name: SettingChange['name'], value: string) => (name === 'pageUrl' ? value : format.number(value));
  return (
    <Card title={t('pricing:rates.settings.title')} sub={t('pricing:rates.settings.sub')}>
      <DataTable
        caption={t('pricing:rates.settings.title')}
        captionHidden
        rows={changes}
        rowKey={({ name }) => name}
        empty={<p className="text-soft">{t('pricing:rates.settings.none')}</p>}
        columns={[
          {
            key: 'what',
            header: t('pricing:rates.settings.what'),
            rowHeader: true,
            cell: ({ name }) => t(LABEL[name]),
          },
          {
            key: 'before',
            header: t('pricing:rates.settings.before'),
            cell: ({ name, before }) => <span className="break-all">{text(name, before)}</span>,
          },
          {
            key: 'after',
            header: t('pricing:rates.settings.after'),
            cell: ({ name, after }) => <strong className="break-all">{text(name, after)}</strong>,
          },
        ]}
      />
    </Card>
  );
}
