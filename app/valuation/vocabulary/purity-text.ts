import { decimalPlaces } from '#app/money/decimal';
import type { Formats } from '#app/platform/i18n/format';
import type { ReadPurity } from './low-purity';
import { elementText } from './element-text';
import { gradeText } from '#app/prices/vocabulary/unit-text';

type Read = {
  /** As it was typed, with its unit. */
  quantity: string;
  /** What is left of it without its moisture, with its unit; null where none was named. */
  dry: string | null;
  purity: ReadPurity;
};
type Words = { t: (key: string, params?: Record<string, string | number>) => string; format: Formats };

/** What was read of how much and how pure. A grade is of the dry weight: of what is moist, that weight is said too. */
export function purityText({ quantity, dry, purity }: Read, { t, format }: Words): string {
  const grade = gradeText(t, { number: (value) => format.number(value, { maxDecimals: 2 }) }, purity);
  const element = elementText(t, purity.element);
  const percent = format.percent(purity.percent, Math.min(2, decimalPlaces(purity.percent)));
  if (dry !== null) return t('pricing:purity.readDry', { quantity, dry, percent, element });
  return purity.unit === '%'
    ? t('pricing:purity.readPercent', { quantity, percent, element })
    : t('pricing:purity.read', { quantity, grade, percent, element });
}
