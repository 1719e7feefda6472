import { useTranslation } from 'react-i18next';
import { decimalPlaces } from '#app/money/decimal';
import { useFormat } from '#app/platform/i18n/use-format';
import { Notice } from '#app/ui/display/notice';
import type { ReadPurity } from '../calculator/low-purity';
import { elementText } from './words/element-text';
import { gradeText } from './words/unit-text';

/** Tells back what was read, and doubts a purity that hardly anybody sells. */
export function PurityRead({ quantity, purity }: { quantity: string; purity: ReadPurity }) {
  const { t } = useTranslation();
  const format = useFormat();
  const grade = gradeText(t, { number: (value) => format.number(value, { maxDecimals: 2 }) }, purity);
  const element = elementText(t, purity.element);
  const decimals = Math.min(2, decimalPlaces(purity.percent));
  const percent = format.percent(purity.percent, decimals);
  const said =
    purity.unit === '%'
      ? t('pricing:purity.readPercent', { quantity, percent, element })
      : t('pricing:purity.read', { quantity, grade, percent, element });
  if (purity.below === null) return <p className="text-sm text-soft">{said}</p>;
  return (
    <Notice tone="warn" title={said}>
      {t('pricing:purity.low', { least: format.percent(purity.below, 0) })}{' '}
      {t(purity.karat ? 'pricing:purity.karat' : 'pricing:purity.unit')}
    </Notice>
  );
}
