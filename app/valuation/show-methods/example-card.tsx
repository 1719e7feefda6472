import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import { useFormat } from '#app/platform/i18n/use-format';
import { DefinitionList } from '#app/ui/display/definition-list';
import { Notice } from '#app/ui/display/notice';
import { Card } from '#app/ui/layout/card';
import type { BandBasis } from '../bands/band-basis';
import { BAND_LEVELS } from '../methods/method';
import type { WorkedExample } from './method-page.server';
import { BandBasisLine } from '../bands/band-basis-line';
import { WORD_LABEL } from '../calculator/calculator-labels';
import { LEVEL_LABEL } from '../vocabulary/method-labels';
import { SourceLines } from '#app/prices/series/source-lines';
import { BandSteps } from '../steps/band-steps';
import type { FiguresChoice } from '../steps/figures-choice';
import { elementText } from '../vocabulary/element-text';
import { sizeText } from '../vocabulary/size-text';
import { countedText, gradeText } from '#app/prices/vocabulary/unit-text';

interface ExampleCardProps {
  example: WorkedExample;
  /** What the made-up lot is called; null where the method's title says it. */
  goods: string | null;
  figures: FiguresChoice;
}

/** A sum with today's prices or sales: what it is of, what it stands on, and every line of it. */
export function ExampleCard({ example, goods, figures }: ExampleCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const compared = useCompared();
  if (!example.known) {
    return (
      <Card title={t('pricing:methods.example.title')}>
        <Notice tone="info">{t(example.reasonKey, example.params)}</Notice>
      </Card>
    );
  }
  const { facts, currency, totals, steps, asOf, basis, references, rates } = example;
  const money = (minor: bigint) => format.money({ minor, currency: asCurrency(currency) });
  return (
    <Card
      title={t('pricing:methods.example.title')}
      sub={t('pricing:methods.example.sub', { date: format.date(asOf) })}
    >
      <DefinitionList
        layout="grid"
        items={[
          ...(goods === null ? [] : [{ term: t('pricing:methods.example.goods'), value: goods }]),
          ...compared(basis),
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
      <BandBasisLine basis={basis} />
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

/** The cell of sales as wide as it was taken, so that its figures can be found again. */
function useCompared(): (basis: BandBasis) => { term: string; value: string }[] {
  const { t } = useTranslation();
  const format = useFormat();
  return (basis) => {
    if (basis.kind !== 'sales') return [];
    const { quality, size, country, unit } = basis.cell;
    const word = WORD_LABEL[quality];
    const stones = unit === 'ct';
    const weight = size === null ? t('pricing:methods.example.anySize') : sizeText(size, format);
    return [
      ...(word ? [{ term: t('pricing:calculator.field.quality'), value: t(word) }] : []),
      ...(stones
        ? [{ term: t('pricing:calculator.field.size'), value: weight ?? t('pricing:methods.example.unweighed') }]
        : []),
      {
        term: t('pricing:calculator.field.country'),
        value: country === null ? t('pricing:methods.example.anyCountry') : format.country(country),
      },
    ];
  };
}
