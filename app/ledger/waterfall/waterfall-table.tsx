import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import type { Formats } from '#app/platform/i18n/format';
import { useFormat } from '#app/platform/i18n/use-format';
import { SplitBar } from '#app/ui/charts/split-bar';
import { DataTable, type Column } from '#app/ui/display/table';
import { FILL, inkAt, type InkTone } from '#app/ui/tones';
import { percentOf, type ComparedPart } from './waterfall';
import { PART_LABEL } from '../labels';

export interface WaterfallProps {
  parts: readonly ComparedPart[];
  priceMinor: bigint;
  currency: string;
  cooperativeName: string;
}

/**
 * Who gets what of a price, in one bar and in numbers. Once the order is settled the ledger's figures stand
 * beside the plan.
 */
export function Waterfall({ parts, priceMinor, currency, cooperativeName }: WaterfallProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const amount = (minor: bigint) => format.amount({ minor, currency: asCurrency(currency) });
  const settled = parts.some(({ settledMinor }) => settledMinor !== null);
  const valid = (part: ComparedPart) => (settled ? (part.settledMinor ?? 0n) : part.plannedMinor);
  const share = (minor: bigint) => format.percent(percentOf(minor, priceMinor));
  const net = parts.filter(({ part }) => part === 'net').reduce((sum, part) => sum + valid(part), 0n);
  const total = parts.reduce((sum, part) => sum + valid(part), 0n);
  const headline = t(settled ? 'ledger:waterfall.keptSettled' : 'ledger:waterfall.keptPlanned', { share: share(net) });
  const label = (part: ComparedPart) =>
    part.rateBps === null ? t(PART_LABEL[part.part]) : `${t(PART_LABEL[part.part])} ${rateText(part.rateBps, format)}`;
  const ownPayee: Partial<Record<ComparedPart['part'], string>> = {
    fee: 'Fairlode',
    'payment-cost': t('ledger:waterfall.partner'),
  };
  const payee = (part: ComparedPart) => part.payee ?? ownPayee[part.part] ?? cooperativeName;
  const key = (part: ComparedPart) => `${part.part}:${part.payee ?? ''}`;
  const bar = parts.map((part) => ({
    key: key(part),
    label: label(part),
    detail: part.basis,
    to: payee(part),
    weight: valid(part),
    value: amount(valid(part)),
    share: share(valid(part)),
  }));
  const words = {
    caption: t('ledger:waterfall.caption', { currency }),
    part: t('ledger:waterfall.part'),
    to: t('ledger:waterfall.to'),
    value: currency,
    share: t('ledger:waterfall.share'),
  };
  const summary = t('ledger:waterfall.summary', {
    price: format.money({ minor: priceMinor, currency: asCurrency(currency) }),
    headline,
  });
  if (!settled) {
    return (
      <SplitBar
        summary={summary}
        parts={bar}
        words={words}
        headline={headline}
        total={{ label: t('ledger:waterfall.total'), value: amount(total), share: share(total) }}
      />
    );
  }
  const columns: Column<ComparedPart>[] = [
    {
      key: 'part',
      header: words.part,
      rowHeader: true,
      cell: (part) => (
        <span className="flex gap-2.5 font-normal">
          <Swatch tone={inkAt(parts.indexOf(part))} />
          <span className="min-w-0">
            {label(part)}
            <span className="block text-sm text-soft">{payee(part)}</span>
          </span>
        </span>
      ),
      foot: t('ledger:waterfall.total'),
    },
    {
      key: 'planned',
      header: t('ledger:waterfall.planned', { currency }),
      align: 'end',
      cell: (part) => amount(part.plannedMinor),
      foot: amount(parts.reduce((sum, { plannedMinor }) => sum + plannedMinor, 0n)),
    },
    {
      key: 'settled',
      header: t('ledger:waterfall.settled', { currency }),
      align: 'end',
      cell: (part) => <strong>{amount(part.settledMinor ?? 0n)}</strong>,
      foot: amount(total),
    },
    { key: 'share', header: words.share, align: 'end', cell: (part) => share(valid(part)), foot: share(total) },
  ];
  return (
    <div>
      <SplitBar bare summary={summary} parts={bar} words={words} />
      <p className="mt-2 mb-2 text-sm font-semibold text-green">{headline}</p>
      <DataTable caption={words.caption} captionHidden columns={columns} rows={parts} rowKey={key} />
    </div>
  );
}

/** The colour of the line's part in the bar above it. */
function Swatch({ tone }: { tone: InkTone }) {
  return (
    <svg width="12" height="12" aria-hidden="true" className="mt-1.5 shrink-0">
      <rect width="12" height="12" rx="3" className={FILL[tone]} />
    </svg>
  );
}

/** 300 basis points as `3%`, 60 as `0.6%`. */
function rateText(rateBps: number, format: Formats): string {
  const decimals = rateBps % 100 === 0 ? 0 : rateBps % 10 === 0 ? 1 : 2;
  return format.percent(percentOf(BigInt(rateBps), 10_000n), decimals);
}
