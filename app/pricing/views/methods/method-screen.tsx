import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import { useFormat } from '#app/platform/i18n/use-format';
import { Disclosure } from '#app/ui/actions/disclosure';
import { Badge } from '#app/ui/display/badge';
import { DefinitionList } from '#app/ui/display/definition-list';
import { Notice } from '#app/ui/display/notice';
import { Timeline } from '#app/ui/display/timeline';
import { Card } from '#app/ui/layout/card';
import { Columns, Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { BAND_LEVELS, looksAtSales } from '../../methods/method';
import type { MethodPage, MethodVersionView, WorkedExample } from '../../methods/pages/method-page.server';
import { FAMILY_LABEL, LEVEL_LABEL, methodText } from '../labels';
import { SourceLines } from '../source-lines';
import { BandSteps } from '../steps/band-steps';
import type { FiguresChoice } from '../steps/figures-choice';
import { byApproverText } from '../words/shipped-text';
import { elementText } from '../words/element-text';
import { countedText, gradeText } from '../words/unit-text';
import { LevelTerms } from './level-terms';
import { MethodSources } from './method-sources';
import { plainWords } from './plain-words';
import { TermsTable } from './terms-table';
import { versionChange } from './version-change';

/** One method in plain words: its three prices, a sum with today's prices, every figure, its sources and its versions. */
export function MethodScreen({ method, versions, example, figures }: MethodPage & { figures: FiguresChoice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = methodText(t, method);
  return (
    <>
      <PageHeader
        title={title}
        sub={t(FAMILY_LABEL[method.family])}
        badges={<Badge>{method.id}</Badge>}
        breadcrumbs={{
          label: t('pricing:methods.trail'),
          items: [{ label: t('pricing:methods.title'), href: '/methods' }, { label: title }],
        }}
      />
      <Columns
        main={
          <Card title={t('pricing:methods.plain.title')}>
            <p className="mb-4">{plainWords(method, { t, format }).join(' ')}</p>
            {looksAtSales(method) ? <p className="mb-4 text-soft">{t('pricing:methods.plain.privacy')}</p> : null}
            <LevelTerms method={method} title={title} />
          </Card>
        }
        aside={
          <Stack>
            <Card title={t('pricing:methods.sources')}>
              <MethodSources method={method} />
            </Card>
            <VersionsCard versions={versions} />
          </Stack>
        }
      />
      <div className="mt-5">
        <Stack>
          <ExampleCard example={example} figures={figures} />
          <Card title={t('pricing:methods.figures')}>
            <Disclosure summary={t('pricing:methods.showFigures')}>
              <TermsTable method={method} />
            </Disclosure>
          </Card>
        </Stack>
      </div>
    </>
  );
}

function ExampleCard({ example, figures }: { example: WorkedExample; figures: FiguresChoice }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!example.known) {
    return (
      <Card title={t('pricing:methods.example.title')}>
        <Notice tone="info">{t(example.reasonKey, example.params)}</Notice>
      </Card>
    );
  }
  const { facts, currency, totals, steps, asOf, references, rates } = example;
  const money = (minor: bigint) => format.money({ minor, currency: asCurrency(currency) });
  return (
    <Card
      title={t('pricing:methods.example.title')}
      sub={t('pricing:methods.example.sub', { date: format.date(asOf) })}
    >
      <DefinitionList
        layout="grid"
        items={[
          {
            term: t('pricing:methods.example.quantity'),
            value: countedText(t, format, facts.quantity),
          },
          ...(facts.quantity.moisturePct === '0'
            ? []
            : [{ term: t('pricing:methods.example.moisture'), value: format.percent(facts.quantity.moisturePct, 0) }]),
          ...facts.grades.map((grade) => ({
            term: elementText(t, grade.element),
            value: gradeText(t, format, grade),
          })),
          ...BAND_LEVELS.map((level) => ({
            term: t(LEVEL_LABEL[level]),
            value: <strong>{money(totals[level])}</strong>,
          })),
        ]}
      />
      {references.length + rates.length > 0 ? (
        <div className="mt-4">
          <h3 className="font-semibold">{t('pricing:methods.example.sources')}</h3>
          <SourceLines references={references} rates={rates} />
        </div>
      ) : null}
      <div className="mt-3">
        <BandSteps steps={steps} totals={totals} currency={currency} figures={figures} />
      </div>
    </Card>
  );
}

function VersionsCard({ versions }: { versions: MethodVersionView[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('pricing:methods.versions.title')} sub={t('pricing:methods.versions.sub')}>
      <Timeline
        items={versions.map(({ id, approvedBy, reason }) => ({
          title: id,
          time: format.date(approvedBy.on),
          dateTime: approvedBy.on,
          body: [
            t('pricing:methods.versions.by', { by: byApproverText(t, approvedBy.name) }),
            versionChange(t, { id, reason }) ?? '',
          ]
            .join(' ')
            .trim(),
        }))}
      />
    </Card>
  );
}
