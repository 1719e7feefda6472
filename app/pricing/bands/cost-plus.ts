import { Decimal } from '#app/money/decimal';
import type { CostSheet } from '../methods/method';
import {
  shown,
  SOURCE_FORMULA,
  SOURCE_REFERENCE_COSTS,
  stepValue,
  type ValuationStep,
} from '../valuation/valuation-steps';

/**
 * unit cost = (inputs + energy + transport + hours × living wage + contingency) ÷ units, contingency being a percentage
 * of what stands before it; unit price = unit cost × (1 + margin). In the sheet's currency per its unit, unrounded.
 */
export function costPlusPrice(
  sheet: CostSheet,
  marginPct: string,
  source: string = SOURCE_REFERENCE_COSTS,
): { value: Decimal; steps: () => ValuationStep[] } {
  const perBatch = `${sheet.currency} per ${sheet.batch} ${sheet.unit}`;
  const step = (subject: CostPart, expression: string, value: Decimal): ValuationStep => ({
    kind: 'cost',
    subject,
    label: COST_LABEL[subject],
    expression,
    value: stepValue(value),
    unit: perBatch,
    source,
  });

  const labour = new Decimal(sheet.hours).times(sheet.livingWagePerHour);
  const before = labour.plus(sheet.inputs).plus(sheet.energy).plus(sheet.transport);
  const contingency = before.times(sheet.contingencyPct).div(100);
  const cost = before.plus(contingency).div(sheet.batch);
  const price = cost.times(new Decimal(marginPct).plus(100)).div(100);
  const perUnit = `${sheet.currency}/${sheet.unit}`;

  const steps = (): ValuationStep[] => [
    step('inputs', sheet.inputs, new Decimal(sheet.inputs)),
    step('energy', sheet.energy, new Decimal(sheet.energy)),
    step('transport', sheet.transport, new Decimal(sheet.transport)),
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
