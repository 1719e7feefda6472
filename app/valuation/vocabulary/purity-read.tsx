import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { Notice } from '#app/ui/display/notice';
import type { ReadPurity } from './low-purity';
import { purityText } from './purity-text';

interface PurityReadProps {
  quantity: string;
  /** Without its moisture; null where none was named. */
  dry: string | null;
  purity: ReadPurity;
}

/** Tells back what was read, and doubts a purity that hardly anybody sells. */
export function PurityRead({ quantity, dry, purity }: PurityReadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const said = purityText({ quantity, dry, purity }, { t, format });
  if (purity.below === null) return <p className="text-sm text-soft">{said}</p>;
  return (
    <Notice tone="warn" title={said}>
      {t('pricing:purity.low', { least: format.percent(purity.below, 0) })}{' '}
      {t(purity.karat ? 'pricing:purity.karat' : 'pricing:purity.unit')}
    </Notice>
  );
}
