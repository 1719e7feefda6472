import { useTranslation } from 'react-i18next';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { Badge } from '#app/ui/display/badge';
import { FileInput } from '#app/ui/forms/file-input';
import { FormErrors } from '#app/ui/forms/form-errors';
import { FormLayout } from '#app/ui/forms/form-layout';
import { RequestId } from '#app/ui/forms/request-id';
import { Select } from '#app/ui/forms/select';
import { TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import { Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { BROUGHT_SOURCES } from '../sources/registry';
import type { ImportRow, ListedDraft } from './list-imports.server';
import { ImportsCard } from './imports-card';
import type { KeptRefusal } from './drafts/kept-refusal';
import { PriceTabs } from '../series/price-tabs';
import { DRAFT_TONE, draftText, sourceText } from './staff-labels';

export interface ImportsScreenProps {
  mayImport: boolean;
  drafts: { open: ListedDraft[]; refused: ListedDraft[] };
  imports: ImportRow[];
  next: string | null;
  cursor: string | null;
  today: string;
  requestId: string;
  problems: readonly Problem[];
  values: Record<string, string>;
}

/** Bring a publisher's file, see what is being read, and everything that was ever taken in. */
export function ImportsScreen(props: ImportsScreenProps) {
  const { mayImport, drafts, imports, next, cursor } = props;
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('pricing:imports.title')} sub={t('pricing:imports.sub')} />
      <PriceTabs current="/programme/prices" />
      <Stack>
        {drafts.open.length > 0 ? <OpenDrafts drafts={drafts.open} mayImport={mayImport} /> : null}
        {mayImport ? <UploadForm {...props} /> : null}
        {drafts.refused.length > 0 ? <RefusedDrafts drafts={drafts.refused} mayImport={mayImport} /> : null}
        <ImportsCard imports={imports} next={next} cursor={cursor} />
      </Stack>
    </>
  );
}

function OpenDrafts({ drafts, mayImport }: { drafts: ListedDraft[]; mayImport: boolean }) {
  const { t } = useTranslation();
  return (
    <Card title={t('pricing:imports.open')} sub={t('pricing:imports.openText')}>
      <DraftList drafts={drafts} mayImport={mayImport} />
    </Card>
  );
}

/** What was brought and could not be taken stays in sight, so that nobody waits for it. */
function RefusedDrafts({ drafts, mayImport }: { drafts: ListedDraft[]; mayImport: boolean }) {
  const { t } = useTranslation();
  return (
    <Card title={t('pricing:imports.refused')} sub={t('pricing:imports.refusedText')}>
      <DraftList drafts={drafts} mayImport={mayImport} />
    </Card>
  );
}

function DraftList({ drafts, mayImport }: { drafts: ListedDraft[]; mayImport: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className="divide-y divide-line">
      {drafts.map((draft) => (
        <li
          key={draft.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0"
        >
          <div className="min-w-0 max-w-3xl">
            <a href={`/programme/prices/imports/${draft.id}`} className="inline-block py-1 font-semibold break-words">
              {draft.fileName}
            </a>
            <p className="text-sm text-soft">
              {sourceText(t, draft.source)} · {draft.uploadedBy} · {format.date(draft.uploadedAt, 'time')}
            </p>
            {draft.refusal ? <RefusalText refusal={draft.refusal} /> : null}
          </div>
          <Badge tone={DRAFT_TONE[draft.state]}>{t(draftText(draft, { mayImport }))}</Badge>
        </li>
      ))}
    </ul>
  );
}

/** The first reason; the file's own page has all of them. */
function RefusalText({ refusal: { messageKey, params, rows } }: { refusal: KeptRefusal }) {
  const { t } = useTranslation();
  const format = useFormat();
  const others = rows ? rows.named.length - 1 + rows.more : 0;
  return (
    <p className="mt-1 text-sm break-words">
      {t(messageKey, params)}
      {others > 0
        ? ` ${t('pricing:imports.outcome.moreRows', { count: others, figure: format.number(others) })}`
        : null}
    </p>
  );
}

function UploadForm({ requestId, problems, values, today }: ImportsScreenProps) {
  const { t } = useTranslation();
  const translate = (key: string, params: Record<string, string | number>) => t(key, params);
  const error = (name: string) => fieldError(problems, name, translate);
  return (
    <Card title={t('pricing:imports.upload.title')} sub={t('pricing:imports.upload.sub')}>
      <form method="post" encType="multipart/form-data">
        <FormErrors title={t('pricing:imports.upload.problem')} errors={formErrors(problems, translate)} />
        <RequestId value={requestId} />
        <FormLayout>
          <Select
            name="source"
            label={t('pricing:imports.upload.source')}
            options={BROUGHT_SOURCES.map((value) => ({ value, label: sourceText(t, value) }))}
            defaultValue={values['source']}
            error={error('source')}
            required
          />
          <FileInput
            name="file"
            label={t('pricing:imports.upload.file')}
            hint={t('pricing:imports.upload.fileHint')}
            accept=".xlsx,.xml,.csv,.tsv,.txt"
            error={error('file')}
            required
          />
          <TextInput
            name="publishedOn"
            type="date"
            max={today}
            label={t('pricing:imports.upload.publishedOn')}
            hint={t('pricing:imports.upload.publishedOnHint')}
            defaultValue={values['publishedOn']}
            error={error('publishedOn')}
          />
          <Button>{t('pricing:imports.upload.button')}</Button>
        </FormLayout>
      </form>
    </Card>
  );
}
