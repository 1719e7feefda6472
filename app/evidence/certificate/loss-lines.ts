import type { Formats } from '#app/platform/i18n/format';
import type { EvidenceContent } from './evidence-content';

type Translate = (key: string, params?: Record<string, string>) => string;

/**
 * What the sum took off the weight: moisture, and the franchise that was agreed or else the method's usual
 * one. Nothing where nothing was.
 */
export function lossLines(
  band: EvidenceContent['band'],
  { t, format }: { t: Translate; format: Pick<Formats, 'percent'> },
): { term: string; value: string }[] {
  if (!band) return [];
  const { moisturePct = '0', franchisePct = '0' } = band.input.quantity ?? {};
  const usual = band.method.terms?.fair?.franchisePct ?? '0';
  const pct = (value: string): string => format.percent(value, value.split('.')[1]?.length ?? 0);
  const franchise =
    franchisePct !== '0'
      ? pct(franchisePct)
      : usual !== '0'
        ? t('pricing:certificate.franchiseUsual', { pct: pct(usual) })
        : null;
  return [
    ...(moisturePct === '0' ? [] : [{ term: t('pricing:certificate.moisture'), value: pct(moisturePct) }]),
    ...(franchise === null ? [] : [{ term: t('pricing:certificate.franchise'), value: franchise }]),
  ];
}
