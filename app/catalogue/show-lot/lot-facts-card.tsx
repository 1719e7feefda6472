import { DefinitionList, type Definition } from '#app/ui/display/definition-list';
import { Card } from '#app/ui/layout/card';
import { STAGES, type Quality } from '../products/products';
import { CERTIFICATE_NAME, isCertificate, isIncoterm } from '../products/terms';
import { AVAILABILITY_LABEL, INCOTERM_LABEL, QUALITY_LABEL, STAGE_LABEL } from '../vocabulary/labels';
import { elementSign, gradeText, quantityText, type Translate } from '../vocabulary/lot-title';
import type { LotTerms } from './lot-terms.server';
import { factLines } from '../vocabulary/fact-lines';
import { useWords } from '#app/platform/i18n/use-words';

/** What is sold, in full. */
export function LotFactsCard({ lot }: { lot: LotTerms }) {
  const words = useWords();
  const { t, format } = words;
  const stage = STAGES.find((known) => known === lot.stage);
  const items: Definition[] = [
    {
      term: t('catalogue:facts.quantity'),
      value: quantityText(lot.quantity, lot.unit, words),
      hint: stockHint(lot, words),
    },
    ...lot.grades.map((grade) => ({
      term: t('catalogue:facts.grade', { element: elementSign(grade.element) }),
      value: gradeText(grade, words),
      hint: t('catalogue:facts.declared'),
    })),
    ...(lot.facts['quality']
      ? [{ term: t('catalogue:facts.quality'), value: qualityName(lot.facts['quality'], t) }]
      : []),
    ...factLines(lot.facts, words),
    ...(stage ? [{ term: t('catalogue:facts.stage'), value: t(STAGE_LABEL[stage]) }] : []),
    {
      term: t('catalogue:facts.delivery'),
      value: isIncoterm(lot.incoterm) ? t(INCOTERM_LABEL[lot.incoterm]) : lot.incoterm,
      hint: `${lot.incotermPlace} · Incoterms 2020`,
    },
    { term: t('catalogue:facts.leadTime'), value: t('catalogue:facts.days', { count: lot.leadTimeDays }) },
    {
      term: t('catalogue:facts.origin'),
      value: `${lot.originDistrict}, ${format.country(lot.originCountry)}`,
      hint: t('catalogue:facts.originHint'),
    },
    ...(lot.certificates.length > 0
      ? [
          {
            term: t('catalogue:facts.certificates'),
            value: lot.certificates.map((key) => (isCertificate(key) ? CERTIFICATE_NAME[key] : key)).join(', '),
          },
        ]
      : []),
    ...(lot.hsCode ? [{ term: t('catalogue:facts.hsCode'), value: lot.hsCode }] : []),
    { term: t('catalogue:facts.number'), value: lot.number },
  ];
  return (
    <Card title={t('catalogue:facts.title')}>
      {lot.description ? <p className="mb-3 whitespace-pre-line">{lot.description}</p> : null}
      <DefinitionList items={items} />
    </Card>
  );
}

function stockHint(lot: LotTerms, words: ReturnType<typeof useWords>): string {
  const { t } = words;
  if (lot.availability !== 'all' && lot.divisible)
    return lot.availableQuantity === null
      ? t(AVAILABILITY_LABEL[lot.availability])
      : t('catalogue:facts.available', { quantity: quantityText(lot.availableQuantity, lot.unit, words) });
  return lot.divisible ? t('catalogue:facts.divisible') : t('catalogue:facts.whole');
}

function qualityName(quality: string, t: Translate): string {
  return Object.hasOwn(QUALITY_LABEL, quality) ? t(QUALITY_LABEL[quality as Quality]) : quality;
}
