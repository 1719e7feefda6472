import { Decimal } from '#app/money/decimal';
import { Exact } from '#app/money/exact';
import type { CostSheet } from '../methods/method';
import {
  shown,
  SOURCE_FORMULA,
  SOURCE_REFERENCE_COSTS,
  stepValue,
  type ValuationStep,
} from '../formula/valuation-steps';

const HUNDRED = Exact.of('100');

/**
 * unit cost = (inputs + energy + transport + hours × living wage + contingency) ÷ units, contingency being a percentage
 * of what stands before it; unit price = unit cost × (1 + margin). In the sheet's currency per its unit, unrounded.
 */
export function costPlusPrice(
  sheet: CostSheet,
  marginPct: string,
  source: string = SOURCE_REFERENCE_COSTS,
): { value: Exact; steps: () => ValuationStep[] } {
  const perBatch = `${sheet.currency} per ${sheet.batch} ${sheet.unit}`;
  const step = (subject: CostPart, expression: string, value: Exact): ValuationStep => ({
    kind: 'cost',
    subject,
    label: COST_LABEL[subject],
    expression,
    value: stepValue(value),
    unit: perBatch,
    source,
  });

  const [inputs, energy, transport] = [Exact.of(sheet.inputs), Exact.of(sheet.energy), Exact.of(sheet.transport)];
  const labour = Exact.of(sheet.hours).times(Exact.of(sheet.livingWagePerHour));
  const before = labour.plus(inputs).plus(energy).plus(transport);
  const contingency = before.times(Exact.of(sheet.contingencyPct)).hundredth();
  const cost = before.plus(contingency).over(Exact.of(sheet.batch));
  const price = cost.times(HUNDRED.plus(Exact.of(marginPct)).hundredth());
  const perUnit = `${sheet.currency}/${sheet.unit}`;

  const steps = (): ValuationStep[] => [
    step('inputs', sheet.inputs, inputs),
    step('energy', sheet.energy, energy),
    step('transport', sheet.transport, transport),
    step('labour', `${sheet.hours} h × ${sheet.livingWagePerHour} ${sheet.currency}/h`, labour),
    step('contingency', `${shown(before)} × ${sheet.contingencyPct}%`, contingency),
    {
      kind: 'cost-per-unit' as const,
      subject: '',
      label: 'Cost per unit',
      expression: `(${shown(before)} + ${shown(contingency)}) ÷ ${sheet.batch}`,
      value: stepValue(cost),
      unit: perUnit,
      source: SOURCE_FORMULA,
    },
  ];
  if (marginPct === '0') return { value: price, steps };
  const margin = (): ValuationStep => ({
    kind: 'net-price',
    subject: 'unit',
    label: 'Price per unit with margin',
    expression: `${shown(cost)} × (1 + ${marginPct}%)`,
    value: stepValue(price),
    unit: perUnit,
    source: SOURCE_FORMULA,
  });
  return { value: price, steps: () => [...steps(), margin()] };
}

type CostPart = 'inputs' | 'energy' | 'transport' | 'labour' | 'contingency';

const COST_LABEL: Record<CostPart, string> = {
  inputs: 'Inputs',
  energy: 'Energy',
  transport: 'Transport',
  labour: 'Work at a living wage',
  contingency: 'Contingency',
};

/** What a finished unit costs in rough, before work: price of the rough ÷ yield. 186 ct at USD 12, 30% yield → 40 per finished carat. */
export function costPerFinishedUnit(roughPrice: string, yieldPct: string): Decimal {
  return new Decimal(roughPrice).times(100).div(yieldPct);
}
