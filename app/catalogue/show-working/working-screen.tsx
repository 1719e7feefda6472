import { asCurrency } from '#app/money/currency';
import { CopyBlock } from '#app/ui/actions/copy-block';
import { Disclosure } from '#app/ui/actions/disclosure';
import { DefinitionList } from '#app/ui/display/definition-list';
import { Card } from '#app/ui/layout/card';
import { PageHeader } from '#app/ui/layout/page-header';
import type { MethodSource } from '#app/valuation/methods/method';
import { methodText } from '#app/valuation/vocabulary/method-labels';
import { Citation } from '#app/valuation/vocabulary/citation';
import { BandSteps } from '#app/valuation/steps/band-steps';
import type { FiguresChoice } from '#app/valuation/steps/figures-choice';
import { elementText } from '#app/valuation/vocabulary/element-text';
import { byApproverText } from '#app/platform/i18n/shipped-text';
import { gradeText, lotTitle } from '../vocabulary/lot-title';
import type { Working, WorkingPage } from './working-page.server';
import { factLines } from '../vocabulary/fact-lines';
import { BandPanel } from '../lot-band/band-panel';
import { useWords } from '#app/platform/i18n/use-words';

const SOURCE_LEVEL: Record<MethodSource['level'], string> = {
  floor: 'catalogue:working.floor',
  fair: 'catalogue:working.fair',
  ceiling: 'catalogue:working.ceiling',
  all: 'catalogue:working.allLevels',
};

/** The sums behind a lot's band, each line once. */
export function WorkingScreen({ page, figures }: { page: WorkingPage; figures: FiguresChoice }) {
  const words = useWords();
  const { t } = words;
  const { lot } = page;
  const title = lotTitle(lot, words);
  return (
    <>
      <PageHeader
        title={t('catalogue:working.title')}
        sub={t('catalogue:working.sub', { title })}
        breadcrumbs={{
          label: t('catalogue:lot.trail'),
          items: [
            { label: t('catalogue:lots.title'), href: '/lots' },
            { label: title, href: `/lots/${lot.id}` },
            { label: t('catalogue:working.title') },
          ],
        }}
      />
      <div className="space-y-5">
        <Card title={t('catalogue:working.result')}>
          <BandPanel band={page.band} askMinor={lot.askMinor} workingHref={null} lot={lot} />
        </Card>
        {'steps' in page ? (
          <>
            <InputsCard working={page} />
            <Card title={t('catalogue:working.sums')}>
              <BandSteps steps={page.steps} totals={page.totals} currency={page.band.currency} figures={figures} />
            </Card>
            <MethodCard working={page} />
            <EvidenceCard working={page} />
          </>
        ) : null}
      </div>
    </>
  );
}

/**
 * What the sum does not name itself: what was assayed besides the metals that are paid for, the ask, and the
 * day.
 */
function InputsCard({ working: { lot, band, steps } }: { working: Working }) {
  const words = useWords();
  const { t, format } = words;
  const inSum = new Set(steps.fair.filter(({ kind }) => kind === 'payable-grade').map(({ subject }) => subject));
  return (
    <Card title={t('catalogue:working.inputs')}>
      <DefinitionList
        items={[
          ...lot.grades
            .filter(({ element }) => !inSum.has(element))
            .map((grade) => ({
              term: t('catalogue:facts.grade', { element: elementText(t, grade.element) }),
              value: gradeText(grade, words),
            })),
          ...factLines(lot.facts, words),
          {
            term: t('catalogue:price.asking'),
            value: format.money({ minor: lot.askMinor, currency: asCurrency(lot.currency) }),
          },
          { term: t('catalogue:facts.origin'), value: format.country(lot.originCountry) },
          { term: t('catalogue:working.asOf'), value: format.date(band.asOf) },
        ]}
      />
    </Card>
  );
}

function MethodCard({ working: { method } }: { working: Working }) {
  const { t, format } = useWords();
  // A source that speaks for two of the prices is named once.
  const sources = [...new Map(method.sources.map((source) => [source.citation, source])).values()];
  const levelsOf = (citation: string) =>
    method.sources.filter((one) => one.citation === citation).map(({ level }) => t(SOURCE_LEVEL[level]));
  return (
    <Card
      title={t('catalogue:working.method')}
      sub={t('catalogue:working.approved', {
        by: byApproverText(t, method.approvedBy.name),
        date: format.date(method.approvedBy.on),
      })}
      actions={<a href={`/methods/${method.id.split('/')[0] ?? ''}`}>{t('catalogue:working.allMethods')}</a>}
    >
      <p className="font-semibold">
        {methodText(t, method)} ({method.id})
      </p>
      <ul className="mt-2 list-disc space-y-1.5 pl-5">
        {sources.map((source) => (
          <li key={source.citation}>
            {t('catalogue:working.sourceOf', { levels: format.list(levelsOf(source.citation)) })}{' '}
            <Citation source={source} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function EvidenceCard({ working: { band, canonical } }: { working: Working }) {
  const { t } = useWords();
  return (
    <Card title={t('catalogue:working.evidence')}>
      <p className="mb-3 text-soft">{t('catalogue:working.evidenceText')}</p>
      <CopyBlock label="SHA-256" value={band.sha256} />
      <Disclosure summary={t('catalogue:working.showText')}>
        <CopyBlock label={t('catalogue:working.canonical')} value={canonical} />
      </Disclosure>
    </Card>
  );
}
