import { Decimal } from '#app/money/decimal';
import { gradeFraction, type GradeUnit } from '#app/money/units';

/** Percent under which what is sold as this has most likely been typed in another unit: 22 karat as 22 permil. */
const LEAST_PERCENT: Record<string, string> = {
  'gold/*': '30',
  'silver/*': '30',
  'platinum/*': '30',
  'tin/concentrate': '20',
  'copper/concentrate': '5',
};

export type ReadPurity = {
  value: string;
  unit: GradeUnit;
  element: string;
  percent: string;
  /** Percent that it should not be below; null where it is plausible. */
  below: string | null;
  /** Whether people also say it in karat. */
  karat: boolean;
};

type Graded = {
  mineral: string;
  form: string;
  grades: readonly { element: string; value: string; unit: string }[];
};

/** What was read as the purity, to be told back; null where goods have none. */
export function readPurity({ mineral, form, grades }: Graded): ReadPurity | null {
  const grade = grades[0];
  if (!grade) return null;
  // Grades of checked facts are in the units of the registry.
  const unit = grade.unit as GradeUnit;
  const percent = gradeFraction(grade.value, unit).toDecimal().times(100);
  const least = LEAST_PERCENT[`${mineral}/${form}`] ?? LEAST_PERCENT[`${mineral}/*`];
  const below = least !== undefined && percent.lt(new Decimal(least)) ? least : null;
  return {
    value: grade.value,
    unit,
    element: grade.element,
    percent: percent.toFixed(),
    below,
    karat: mineral === 'gold',
  };
}
