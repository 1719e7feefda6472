import { useTranslation } from 'react-i18next';
import { formErrors, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { Badge } from '#app/ui/display/badge';
import { DefinitionList } from '#app/ui/display/definition-list';
import { KeyFigure, KeyFigures } from '#app/ui/display/key-figure';
import { Notice } from '#app/ui/display/notice';
import { Progress } from '#app/ui/display/progress';
import { FormErrors } from '#app/ui/forms/form-errors';
import { RequestId } from '#app/ui/forms/request-id';
import { Card } from '#app/ui/layout/card';
import { Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { LongWork } from '#app/platform/jobs/long-work.server';
import type { DraftPage, LineFilter } from './get-draft.server';
import type { KeptRefusal } from './kept-refusal';
import type { ImportCounts } from '../import-summary';
import { BandWork } from '../band-work';
import { DraftLines } from './draft-lines';
import { DRAFT_TONE, draftText, sourceText } from '../staff-labels';

export interface DraftScreenProps {
  draft: DraftPage;
  /** How far all open lots are valued anew, after an acceptance. */
  work: LongWork | null;
  filter: LineFilter;
  after: number | null;
  mayImport: boolean;
  requestId: string;
  problems: readonly Problem[];
}

/** One file from its reading to its end: progress, what it would change, the decision, what became of it. */
export function DraftScreen({ draft, work, filter, after, mayImport, requestId, problems }: DraftScreenProps) {
  const { t } = useTranslation();
  const underWay = draft.state === 'reading' || draft.state === 'accepting';
  return (
    <>
      <PageHeader
        title={draft.fileName}
        sub={sourceText(t, draft.source)}
        badges={<Badge tone={DRAFT_TONE[draft.state]}>{t(draftText(draft, { mayImport }))}</Badge>}
        breadcrumbs={{
          label: t('pricing:imports.tab.label'),
          items: [{ label: t('pricing:imports.title'), href: '/programme/prices' }, { label: draft.fileName }],
        }}
      />
      <Stack>
        <FormErrors
          title={t('pricing:imports.decide.problem')}
          errors={formErrors(problems, (key, params) => t(key, params))}
        />
        {draft.state === 'preview' ? <Ahead draft={draft} /> : null}
        {underWay ? <UnderWay draft={draft} /> : <Outcome draft={draft} />}
        {work ? <BandWork work={work} /> : null}
        {draft.counts && !underWay && draft.state !== 'refused' ? <Counts counts={draft.counts} /> : null}
        {draft.state === 'preview' && mayImport ? <Decide draft={draft} requestId={requestId} /> : null}
        {draft.state === 'preview' ? <DraftLines draft={draft} filter={filter} after={after} /> : null}
        <FileFacts draft={draft} />
      </Stack>
    </>
  );
}

function UnderWay({ draft }: { draft: DraftPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { done, total } = draft.work ?? { done: 0, total: 0 };
  const text =
    total === 0
      ? t('pricing:imports.progress.begins')
      : t('pricing:imports.progress.figures', { done: format.number(done), total: format.number(total) });
  return (
    <Card
      title={t(draft.state === 'reading' ? 'pricing:imports.progress.reading' : 'pricing:imports.progress.accepting')}
    >
      <div role="status">
        <Progress label={draft.fileName} value={done} max={Math.max(total, 1)} text={text} />
      </div>
      <p className="mt-3 text-sm text-soft">{t('pricing:imports.progress.looking')}</p>
    </Card>
  );
}

function Outcome({ draft }: { draft: DraftPage }) {
  const { t } = useTranslation();
  const { state, refusal } = draft;
  if (state === 'refused' && refusal)
    return (
      <Notice tone="error" title={t('pricing:imports.outcome.refused')}>
        {refusal.rows ? <WrongRows {...refusal.rows} /> : t(refusal.messageKey, refusal.params)}
      </Notice>
    );
  if (state === 'unchanged') return <Notice title={t('pricing:imports.outcome.unchanged')} />;
  if (state === 'discarded') return <Notice title={t('pricing:imports.outcome.discarded')} />;
  if (state === 'accepted')
    return (
      <Notice tone="success" title={t('pricing:imports.outcome.accepted')}>
        {draft.counts && draft.counts.quarantined > 0 ? (
          <a href="/programme/prices/waiting">{t('pricing:imports.outcome.someWait')}</a>
        ) : null}
      </Notice>
    );
  return draft.changedSince ? (
    <Notice tone="warn" title={t('pricing:imports.outcome.changedSince')}>
      {t('pricing:imports.outcome.changedSinceText')}
    </Notice>
  ) : null;
}

/** A file of a day that has not come: right where this site's clock stands back, and else a mistake that would outlive it. */
function Ahead({ draft: { publishedOn, aheadOf } }: { draft: DraftPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!publishedOn || !aheadOf) return null;
  const days = { date: format.date(publishedOn), today: format.date(aheadOf) };
  return (
    <Notice tone="warn" title={t('pricing:imports.outcome.ahead', days)}>
      {t('pricing:imports.outcome.aheadText')}
    </Notice>
  );
}

/** Every row that is named, each with its place and the remedy; and how many are not. */
function WrongRows({ named, more }: NonNullable<KeptRefusal['rows']>) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = named.length + more;
  return (
    <>
      <p>{t('pricing:imports.outcome.rowsWrong', { count, figure: format.number(count) })}</p>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        {named.map(({ messageKey, params }, index) => (
          <li key={index} className="break-words">
            {t(messageKey, params)}
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p className="mt-2 font-semibold">
          {t('pricing:imports.outcome.moreRows', { count: more, figure: format.number(more) })}
        </p>
      ) : null}
    </>
  );
}

function Counts({ counts }: { counts: ImportCounts }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = (labelKey: string, value: number, note?: string) => (
    <KeyFigure
      label={t(labelKey)}
      value={format.number(value)}
      {...(note ? { note, noteTone: 'plain' as const } : {})}
    />
  );
  return (
    <KeyFigures>
      {figure('pricing:imports.figure.read', counts.read)}
      {figure('pricing:imports.figure.new', counts.new)}
      {figure(
        'pricing:imports.figure.revised',
        counts.revised,
        t('pricing:imports.figure.material', { count: counts.material }),
      )}
      {figure('pricing:imports.figure.rounding', counts.rounding)}
      {figure('pricing:imports.figure.quarantined', counts.quarantined)}
      {figure('pricing:imports.figure.unchanged', counts.unchanged)}
    </KeyFigures>
  );
}

function Decide({ draft, requestId }: { draft: DraftPage; requestId: string }) {
  const { t } = useTranslation();
  return (
    <Card title={t('pricing:imports.decide.title')} tone="green">
      <p className="mb-4 max-w-3xl">
        {t(draft.needsAnother ? 'pricing:imports.decide.another' : 'pricing:imports.decide.text')}
      </p>
      <form method="post" className="flex flex-wrap gap-3">
        <RequestId value={requestId} />
        <input type="hidden" name="digest" value={draft.digest ?? ''} />
        {draft.needsAnother ? null : (
          <Button name="intent" value="accept">
            {t('pricing:imports.decide.accept')}
          </Button>
        )}
        <Button kind="quiet" name="intent" value="discard">
          {t('pricing:imports.decide.discard')}
        </Button>
      </form>
    </Card>
  );
}

function FileFacts({ draft }: { draft: DraftPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { publishedOn, uploadedBy, uploadedAt, decidedBy, decidedAt, sha256 } = draft;
  return (
    <Card title={t('pricing:imports.facts.title')} tone="sand">
      <DefinitionList
        layout="grid"
        items={[
          ...(publishedOn ? [{ term: t('pricing:imports.column.published'), value: format.date(publishedOn) }] : []),
          {
            term: t('pricing:imports.facts.uploaded'),
            value: `${uploadedBy ?? ''} · ${format.date(uploadedAt, 'time')}`,
          },
          ...(decidedAt
            ? [
                {
                  term: t('pricing:imports.facts.decided'),
                  value: `${decidedBy ?? ''} · ${format.date(decidedAt, 'time')}`,
                },
              ]
            : []),
          { term: 'SHA-256', value: <span className="font-mono text-xs break-all">{sha256}</span> },
        ]}
      />
    </Card>
  );
}
