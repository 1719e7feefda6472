import { useTranslation } from 'react-i18next';
import { asCurrency, isCurrency } from '#app/money/currency';
import { parseAmount } from '#app/money/money';
import { useFormat } from '#app/platform/i18n/use-format';
import { BandBar } from '#app/ui/charts/band/band-bar';
import { DefinitionList, type Definition } from '#app/ui/display/definition-list';
import { Notice } from '#app/ui/display/notice';
import { Card } from '#app/ui/layout/card';
import type { EvidenceContent } from './evidence-content';
import { elementText } from '#app/valuation/vocabulary/element-text';
import { countedText, gradeText } from '#app/prices/vocabulary/unit-text';
import { seriesKeyText } from '#app/prices/series/labels';
import { LEVEL_LABEL, methodText } from '#app/valuation/vocabulary/method-labels';
import { SourceLines } from '#app/prices/series/source-lines';
import { VERDICT_WORD } from '../check/check-labels';
import { lossLines } from './loss-lines';

/**
 * What was sold at which price, and the band that it stood in: read from the text of the evidence, and from
 * nothing else.
 */
export function CertificateFacts({ content }: { content: EvidenceContent }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { band } = content;
  const gradeItems: Definition[] = (band?.input.grades ?? []).map((grade) => ({
    term: t('pricing:certificate.grade', { element: elementText(t, grade.element) }),
    value: gradeText(t, format, grade),
  }));
  return (
    <>
      <Card title={t('pricing:certificate.offer')}>
        <DefinitionList
          layout="grid"
          items={[
            { term: t('pricing:certificate.lot'), value: content.lot },
            {
              term: t('pricing:certificate.quantity'),
              value: countedText(t, format, content.quantity),
            },
            ...lossLines(band, { t, format }),
            ...gradeItems,
            ...(band?.input.originCountry
              ? [{ term: t('pricing:certificate.origin'), value: format.country(band.input.originCountry) }]
              : []),
            { term: t('pricing:certificate.price'), value: <strong>{useMoney()(content.price)}</strong> },
            { term: t('pricing:certificate.accepted'), value: format.date(new Date(content.acceptedAt), 'time') },
          ]}
        />
      </Card>
      {band ? (
        <BandCard content={content} band={band} />
      ) : (
        <Notice tone="info">{t('pricing:verify.reason.noBand')}</Notice>
      )}
    </>
  );
}

type Amount = { amount: string; currency: string };

function useMoney(): (amount: Amount) => string {
  const format = useFormat();
  return ({ amount, currency }) => {
    const money = parseAmount(amount, currency);
    return money ? format.money(money) : `${amount} ${currency}`;
  };
}

function BandCard({ content, band }: { content: EvidenceContent; band: NonNullable<EvidenceContent['band']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = useMoney();
  const { floor, fair, ceiling, verdict } = band.result;
  const at = ({ amount, currency }: Amount) => parseAmount(amount, currency)?.minor ?? 0n;
  const point = (amount: Amount, level: keyof typeof LEVEL_LABEL) => ({
    at: at(amount),
    label: t(LEVEL_LABEL[level]).toLocaleLowerCase(format.locale),
    value: format.number(amount.amount, { minDecimals: 2, maxDecimals: 2 }),
  });
  const rates = band.rates.flatMap(({ base, quote, ...rest }) =>
    isCurrency(base) && isCurrency(quote) ? [{ base, quote, ...rest }] : [],
  );
  const references = band.observations.flatMap(({ currency, per, ...rest }) =>
    isCurrency(currency) ? [{ ...rest, currency: asCurrency(currency), per: per as 'ozt' }] : [],
  );
  return (
    <Card title={t('pricing:certificate.band')} tone="green">
      <BandBar
        low={point(floor, 'floor')}
        mid={point(fair, 'fair')}
        high={point(ceiling, 'ceiling')}
        marker={
          content.price.currency === fair.currency
            ? { at: at(content.price), label: t('pricing:certificate.thisPrice') }
            : null
        }
        summary={t('pricing:calculator.summary', { floor: money(floor), fair: money(fair), ceiling: money(ceiling) })}
      />
      <DefinitionList
        items={[
          ...(verdict
            ? [
                {
                  term: t('pricing:certificate.verdictTitle'),
                  value: <strong>{t(VERDICT_WORD[verdict.state] ?? '')}</strong>,
                },
              ]
            : []),
          { term: t(LEVEL_LABEL.floor), value: money(floor) },
          { term: t(LEVEL_LABEL.fair), value: money(fair) },
          { term: t(LEVEL_LABEL.ceiling), value: money(ceiling) },
          { term: t('pricing:certificate.method'), value: `${methodText(t, band.method)} (${band.method.id})` },
          { term: t('pricing:certificate.asOf'), value: format.date(band.input.asOf) },
        ]}
      />
      <div className="mt-3">
        <SourceLines references={references} rates={rates} />
        {band.observations.map(({ series, vintage }) => (
          <p key={series} className="text-sm text-soft">
            {t('pricing:certificate.vintage', { series: seriesKeyText(t, series), date: format.date(vintage) })}
          </p>
        ))}
      </div>
    </Card>
  );
}
