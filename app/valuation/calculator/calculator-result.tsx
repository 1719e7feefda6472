import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import { Decimal, decimalPlaces } from '#app/money/decimal';
import { PERMIL_DECIMALS } from '#app/money/fineness';
import { isQuantityUnit } from '#app/money/units';
import { useFormat } from '#app/platform/i18n/use-format';
import { BandBar } from '#app/ui/charts/band/band-bar';
import { DataTable } from '#app/ui/display/table';
import { Card } from '#app/ui/layout/card';
import type { CalculatorPage, CalculatorResult as Result } from './calculator-page.server';
import { gramsIn, isLocalMass, LOCAL_MASS_UNITS, localFactor } from './calculator-units';
import { readPurity } from '../vocabulary/low-purity';
import type { Question } from './read-calculator';
import { BAND_LEVELS, type BandLevel } from '../methods/method';
import { driedValue } from '../formula/dry-quantity';
import { BandBasisLine } from '../bands/band-basis-line';
import { LEVEL_LABEL } from '../vocabulary/method-labels';
import { PurityRead } from '../vocabulary/purity-read';
import { SourceLines } from '#app/prices/series/source-lines';
import { unitDecimals } from '#app/prices/vocabulary/unit-decimals';
import { countedText, unitText } from '#app/prices/vocabulary/unit-text';
import { FinishedCost } from './finished-cost';
import { OfferVerdict } from './offer-verdict';
import { Citation } from '../vocabulary/citation';
import { BandSteps } from '../steps/band-steps';
import { figureText } from '../steps/figure-text';
import type { FiguresChoice } from '../steps/figures-choice';

/** Floor, fair price and ceiling of what was typed, for all of it and by the units that people weigh in; where an offer stands; and the sums. */
export function CalculatorResult({ result, question }: { result: Result; question: Question }) {
  const { t } = useTranslation();
  const format = useFormat();
  const currency = asCurrency(result.currency);
  const money = (minor: bigint) => format.money({ minor, currency });
  const points = { floor: result.floorMinor, fair: result.fairMinor, ceiling: result.ceilingMinor };
  const point = (level: keyof typeof points) => ({
    at: points[level],
    label: t(LEVEL_LABEL[level]).toLocaleLowerCase(format.locale),
    value: format.amount({ minor: points[level], currency }),
  });
  const { verdict, offerMinor } = result;
  const purity = readPurity(question.facts);
  const dry = driedValue(question.amount.value, question.facts.facts['moisturePct']);
  return (
    <Card title={t('pricing:calculator.result')} sub={amountText(question, t, format)} tone="green">
      <BandBar
        low={point('floor')}
        mid={point('fair')}
        high={point('ceiling')}
        marker={offerMinor === null ? null : { at: offerMinor, label: t('pricing:calculator.yourOffer') }}
        summary={t('pricing:calculator.summary', {
          floor: money(points.floor),
          fair: money(points.fair),
          ceiling: money(points.ceiling),
        })}
      />
      <p className="mb-4 text-center text-sm text-soft">{t('pricing:calculator.inCurrency', { currency })}</p>
      {purity ? (
        <div className="mb-4">
          <PurityRead
            quantity={amountText(question, t, format)}
            dry={dry === null ? null : amountText({ amount: { value: dry, unit: question.amount.unit } }, t, format)}
            purity={purity}
          />
        </div>
      ) : null}
      {verdict && offerMinor !== null ? (
        <div className="mb-4">
          <OfferVerdict offer={{ minor: offerMinor, currency }} verdict={verdict} />
        </div>
      ) : null}
      {question.rough ? <FinishedCost rough={question.rough} currency={question.currency} /> : null}
      <BandBasisLine basis={result.basis} />
      <PerUnit result={result} question={question} />
      <div className="mt-4">
        <SourceLines references={result.references} rates={result.rates} />
        <p className="mt-1 text-sm text-soft">
          {t('pricing:calculator.method', { method: result.methodId })}{' '}
          <a href="/methods" className="inline-block py-1">
            {t('pricing:about.methods')}
          </a>
        </p>
        <ul className="mt-1 space-y-1 text-sm text-soft">
          {result.sources.map((source) => (
            <li key={source.citation}>
              <Citation source={source} />
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

type Words = ReturnType<typeof useTranslation>['t'];
type Formats = ReturnType<typeof useFormat>;

function amountText({ amount }: Pick<Question, 'amount'>, t: Words, format: Formats): string {
  return countedText(t, { number: (value) => format.number(value, { maxDecimals: 9 }) }, amount);
}

/** Units in which a quantity of this kind is also counted; its own first. */
function unitsBeside(unit: string): string[] {
  if (unit === 'ct') return ['ct', 'g'];
  if (unit === 't' || (unit === 'kg' && !isLocalMass(unit))) return ['kg', 't'];
  if (isLocalMass(unit))
    return [unit, ...LOCAL_MASS_UNITS.filter((other) => other !== unit && other !== 'grain' && other !== 'kg')];
  return [unit];
}

function PerUnit({ result, question }: { result: Result; question: Question }) {
  const { t } = useTranslation();
  const format = useFormat();
  const currency = asCurrency(result.currency);
  const { value, unit } = question.amount;
  const units = question.facts.mineral === 'tin' ? ['kg', 't'] : unitsBeside(unit);
  const each = (level: BandLevel, per: string): Decimal => {
    const factor = isLocalMass(unit) || isQuantityUnit(unit) ? factorOf(unit, per) : new Decimal(1);
    return new Decimal(result.exact[level]).div(value).div(factor);
  };
  const price = (level: BandLevel, per: string): string => {
    return format.number(each(level, per).toFixed(), unitDecimals(each('floor', per).toFixed()));
  };
  return (
    <>
      <p className="text-sm text-soft" aria-hidden="true">
        {t('pricing:calculator.perUnit', { currency })}
      </p>
      <DataTable
        caption={t('pricing:calculator.perUnit', { currency })}
        captionHidden
        rows={units}
        rowKey={(per) => per}
        columns={[
          {
            key: 'unit',
            header: t('pricing:calculator.per'),
            rowHeader: true,
            cell: (per) => (per === 'piece' ? t('pricing:unit.piece') : unitText(t, per)),
          },
          ...BAND_LEVELS.map((level) => ({
            key: level,
            header: t(LEVEL_LABEL[level]),
            align: 'end' as const,
            cell: (per: string) => price(level, per),
          })),
        ]}
      />
    </>
  );
}

function factorOf(unit: string, per: string): Decimal {
  type Unit = Parameters<typeof localFactor>[0];
  return unit === per ? new Decimal(1) : localFactor(unit as Unit, per as Unit);
}

/** How the three prices come about, the fair one open. Local weights and karats are turned into grams and permil first. */
export function CalculatorWorking({
  result,
  question,
  typed,
  figures,
}: { result: Result; question: Question; figures: FiguresChoice } & Pick<CalculatorPage, 'typed'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { unit, value } = question.amount;
  const grams = isLocalMass(unit) && unit !== 'g' && question.facts.quantity.unit === 'g';
  const grade = question.facts.grades[0];
  const totals = { floor: result.floorMinor, fair: result.fairMinor, ceiling: result.ceilingMinor };
  const figure = (text: string) => figureText(text, { format, full: figures.full });
  // Of karat six decimals of permil are kept: where there are so many, there were more.
  const cut = grade && decimalPlaces(grade.value) >= PERMIL_DECIMALS;
  return (
    <Card title={t('pricing:calculator.working')} sub={t('pricing:calculator.workingText')}>
      {grams ? (
        <p className="mb-2 text-sm break-words">
          {countedText(t, { number: figure }, { value, unit })} × {figure(gramsIn(unit))} g{' '}
          {equals(figure(question.facts.quantity.value))} g
        </p>
      ) : null}
      {typed.purityUnit === 'karat' && grade ? (
        <p className="mb-2 text-sm break-words">
          {typed.purity} ÷ 24 × {figure('1000')} {cut ? `≈ ${figure(grade.value)}` : equals(figure(grade.value))}‰
        </p>
      ) : null}
      <BandSteps steps={result.steps} totals={totals} currency={result.currency} figures={figures} />
    </Card>
  );
}

/** What a sum comes to; a shortened figure says already that it is only near. */
function equals(figure: string): string {
  return figure.startsWith('≈') ? figure : `= ${figure}`;
}
