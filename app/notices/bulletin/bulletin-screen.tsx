import { useTranslation } from 'react-i18next';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { LOCALE_NAMES, LOCALES } from '#app/platform/i18n/locales';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { Notice } from '#app/ui/display/notice';
import { DataTable } from '#app/ui/display/table';
import { Checkbox, CheckboxGroup } from '#app/ui/forms/choices';
import { FormErrors } from '#app/ui/forms/form-errors';
import { RequestId } from '#app/ui/forms/request-id';
import { Select } from '#app/ui/forms/select';
import { TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import { Columns } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { BULLETIN_MINERALS } from './bulletin-choice';
import type { BulletinPage } from './bulletin-page.server';
import { commodityText } from '#app/prices/series/labels';

type Props = { page: BulletinPage; requestId: string; problems: readonly Problem[] };

/** Whether, where and in which language a cooperative is told new prices by SMS; and the message as it would be sent now. */
export function BulletinScreen({ page, requestId, problems }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { choice, preview, sent, mayChange } = page;
  const say = (key: string, params: Record<string, string | number>) => t(key, params);
  return (
    <>
      <PageHeader
        title={t('pricing:bulletin.title')}
        sub={preview ? t('pricing:bulletin.subCounted', { messages: preview.messages }) : t('pricing:bulletin.sub')}
      />
      <Columns
        main={
          <Card title={t('pricing:bulletin.choice')}>
            {mayChange ? (
              <form method="post" className="space-y-5" noValidate>
                <FormErrors title={t('pricing:bulletin.problem')} errors={formErrors(problems, say)} />
                <RequestId value={requestId} />
                <Checkbox name="active" label={t('pricing:bulletin.active')} defaultChecked={choice.active} />
                <TextInput
                  name="phone"
                  type="tel"
                  autoComplete="tel"
                  label={t('pricing:bulletin.phone')}
                  hint={t('pricing:bulletin.phoneHint')}
                  defaultValue={choice.phone}
                  maxLength={40}
                  error={fieldError(problems, 'phone', say)}
                  required
                />
                <Select
                  name="locale"
                  label={t('pricing:bulletin.language')}
                  defaultValue={choice.locale}
                  options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
                />
                <CheckboxGroup
                  name="minerals"
                  label={t('pricing:bulletin.minerals')}
                  hint={t('pricing:bulletin.mineralsHint')}
                  defaultValues={choice.minerals}
                  error={fieldError(problems, 'minerals', say)}
                  choices={BULLETIN_MINERALS.map((value) => ({ value, label: commodityText(t, value) }))}
                />
                <Button>{t('pricing:bulletin.save')}</Button>
              </form>
            ) : (
              <Notice>{t('pricing:bulletin.readOnly')}</Notice>
            )}
          </Card>
        }
        aside={
          <>
            <Card title={t('pricing:bulletin.preview')} sub={t('pricing:bulletin.previewText')} tone="green">
              {preview ? (
                <>
                  <p className="rounded-card border border-line bg-card p-4 font-mono text-[0.9375rem] break-words whitespace-pre-wrap">
                    {preview.text}
                  </p>
                  <p className="mt-2 text-sm text-soft">
                    {t('pricing:bulletin.length', { characters: preview.characters, messages: preview.messages })}
                  </p>
                </>
              ) : (
                <p>{t('pricing:bulletin.noPrice')}</p>
              )}
            </Card>
            <Card title={t('pricing:bulletin.sent')}>
              {sent.length === 0 ? (
                <p className="text-soft">{t('pricing:bulletin.noneSent')}</p>
              ) : (
                <DataTable
                  caption={t('pricing:bulletin.sent')}
                  captionHidden
                  rows={sent}
                  rowKey={({ month }) => month}
                  columns={[
                    {
                      key: 'month',
                      header: t('pricing:bulletin.month'),
                      rowHeader: true,
                      cell: ({ month }) => format.date(month, 'month'),
                    },
                    {
                      key: 'text',
                      header: t('pricing:bulletin.message'),
                      phone: 'wide',
                      cell: ({ text }) => <span className="text-sm break-words">{text}</span>,
                    },
                    {
                      key: 'sentAt',
                      header: t('pricing:bulletin.sentAt'),
                      align: 'end',
                      cell: ({ sentAt }) => format.date(new Date(sentAt)),
                    },
                  ]}
                />
              )}
            </Card>
          </>
        }
      />
    </>
  );
}
