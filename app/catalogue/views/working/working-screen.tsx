import { asCurrency } from '#app/money/currency';
import { CopyBlock } from '#app/ui/actions/copy-block';
import { Disclosure } from '#app/ui/actions/disclosure';
import { DefinitionList } from '#app/ui/display/definition-list';
import { Card } from '#app/ui/layout/card';
import { PageHeader } from '#app/ui/layout/page-header';
import type { BandLevel, MethodSource } from '#app/pricing/methods/method';
import { StepsTable } from '#app/pricing/views/steps/steps-table';
import { elementSign, gradeText, lotTitle, quantityText } from '../../lots/lot-title';
import type { LotTermsView } from '../../pages/parts/lot-terms-view.server';
import type { Working } from '../../pages/working-page';
import type { WorkingPage } from '../../pages/working-page.server';
import { factLines } from '../fact-lines';
import { BandPanel } from '../band/band-panel';
import { useWords } from '../use-words';

const LEVEL: Record<BandLevel, string> = {
  floor: 'catalogue:working.floor',
  fair: 'catalogue:working.fair',
  ceiling: 'catalogue:working.ceiling',
};

const SOURCE_LEVEL: Record<MethodSource['level'], string> = { ...LEVEL, all: 'catalogue:working.allLevels' };

/** The sums behind a lot's band, line by line. Expressions stay as they are computed: with a point, in full. */
export function WorkingScreen({ page }: { page: WorkingPage }) {
  const words = useWords();
  const { t, format } = words;
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
        {'levels' in page ? (
          <>
            <InputsCard lot={lot} asOf={page.band.asOf} />
            {page.levels.map(({ level, totalMinor, steps }) => (
              <Card
                key={level}
                title={t(LEVEL[level])}
                actions={
                  <strong className="text-base whitespace-nowrap">
                    {format.money({ minor: totalMinor, currency: asCurrency(page.band.currency) })}
                  </strong>
                }
              >
                <StepsTable caption={t(LEVEL[level])} steps={steps} />
              </Card>
            ))}
            <MethodCard working={page} />
            <EvidenceCard working={page} />
          </>
        ) : null}
      </div>
    </>
  );
}

function InputsCard({ lot, asOf }: { lot: LotTermsView; asOf: string }) {
  const words = useWords();
  const { t, format } = words;
  return (
    <Card title={t('catalogue:working.inputs')}>
      <DefinitionList
        layout="grid"
        items={[
          { term: t('catalogue:facts.quantity'), value: quantityText(lot.quantity, lot.unit, words) },
          ...lot.grades.map((grade) => ({
            term: t('catalogue:facts.grade', { element: elementSign(grade.element) }),
            value: gradeText(grade, words),
          })),
          ...factLines(lot.facts, words),
          {
            term: t('catalogue:price.asking'),
            value: format.money({ minor: lot.askMinor, currency: asCurrency(lot.currency) }),
          },
          { term: t('catalogue:facts.origin'), value: format.country(lot.originCountry) },
          { term: t('catalogue:working.asOf'), value: format.date(asOf) },
        ]}
      />
    </Card>
  );
}

function MethodCard({ working: { method } }: { working: Working }) {
  const { t, format } = useWords();
  return (
    <Card
      title={t('catalogue:working.method')}
      sub={t('catalogue:working.approved', { name: method.approvedBy.name, date: format.date(method.approvedBy.on) })}
      actions={<a href={`/methods/${method.id.split('/')[0] ?? ''}`}>{t('catalogue:working.allMethods')}</a>}
    >
      <p className="font-semibold">
        {method.title} ({method.id})
      </p>
      <ul className="mt-2 list-disc space-y-1.5 pl-5">
        {method.sources.map((source) => (
          <li key={`${source.level}:${source.citation}`}>
            {t(SOURCE_LEVEL[source.level])}: {source.url ? <a href={source.url}>{source.citation}</a> : source.citation}{' '}
            ({format.date(source.on)})
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
