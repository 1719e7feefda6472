import type { ReactNode } from 'react';
import { sharesOf } from '#app/ui/charts/shares';
import { percent } from '#app/ui/charts/percent';
import { DataTable, type Column } from '#app/ui/display/table';
import { FILL, inkAt, type InkTone } from '#app/ui/tones';

export interface SplitPart {
  key: string;
  label: ReactNode;
  detail?: ReactNode;
  /** Size of the part, such as minor units. Parts are drawn in their order. */
  weight: bigint;
  /** Amount and share as the reader writes them. */
  value: string;
  share: string;
  /** Who or what it goes to. A column of its own where any part has one. */
  to?: ReactNode;
  tone?: InkTone;
}

export interface SplitBarProps {
  /** The whole picture in one sentence, for who does not see it. */
  summary: string;
  parts: SplitPart[];
  /** Column names. `to` only where parts have it. */
  words: { caption: string; part: string; to?: string; value: string; share: string };
  total?: { label: string; value: string; share: string };
  /** A line between bar and table, such as the headline share. */
  headline?: ReactNode;
  /** The bar alone. */
  bare?: boolean;
}

function Bar({ parts, summary, tall }: { parts: (SplitPart & { tone: InkTone })[]; summary: string; tall: boolean }) {
  const shares = sharesOf(parts.map((part) => part.weight));
  let start = 0;
  return (
    <svg
      role="img"
      aria-label={summary}
      width="100%"
      height={tall ? 26 : 12}
      className="plot overflow-hidden rounded-md bg-sand-deep"
    >
      {parts.map((part, index) => {
        const x = start;
        const share = shares[index] ?? 0;
        start += share;
        return (
          <g key={part.key}>
            <rect x={percent(x)} width={percent(share)} height="100%" className={FILL[part.tone]} />
            {index > 0 && share > 0 ? (
              <line x1={percent(x)} x2={percent(x)} y2="100%" className="stroke-card" strokeWidth={2} />
            ) : null}
            {tall && share >= 2600 && (part.tone === 'green' || part.tone === 'oxide' || part.tone === 'slate') ? (
              <text x={percent(x + share / 2)} y={18} textAnchor="middle" className="fill-white text-sm font-semibold">
                {part.share}
              </text>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}

function Swatch({ tone }: { tone: InkTone }) {
  return (
    <svg width="12" height="12" aria-hidden="true" className="mt-1.5 shrink-0">
      <rect width="12" height="12" rx="3" className={FILL[tone]} />
    </svg>
  );
}

/** On a phone the share stands under the amount, so that the part's name has room. */
function ValueAndShare({ value, share }: { value: string; share: string }) {
  return (
    <>
      {value}
      <span className="block text-sm text-soft sm:hidden">{share}</span>
    </>
  );
}

/** One whole and its parts: a bar, and the table that says the same in numbers. */
export function SplitBar({ summary, parts, words, total, headline, bare = false }: SplitBarProps) {
  const toned = parts.map((part, index) => ({ ...part, tone: part.tone ?? inkAt(index) }));
  if (bare) return <Bar parts={toned} summary={summary} tall={false} />;
  const columns: Column<(typeof toned)[number]>[] = [
    {
      key: 'part',
      header: words.part,
      rowHeader: true,
      cell: (part) => (
        <span className="flex gap-2.5 font-normal">
          <Swatch tone={part.tone} />
          <span className="min-w-0">
            {part.label}
            {part.detail ? <span className="block text-sm text-soft">{part.detail}</span> : null}
            {part.to ? <span className="block text-sm text-soft sm:hidden">{part.to}</span> : null}
          </span>
        </span>
      ),
      foot: total?.label,
    },
    ...(words.to ? [{ key: 'to', header: words.to, cell: (part: SplitPart) => part.to, phone: 'hide' as const }] : []),
    {
      key: 'value',
      header: words.value,
      align: 'end',
      cell: (part) => <ValueAndShare value={part.value} share={part.share} />,
      foot: total?.value,
    },
    { key: 'share', header: words.share, align: 'end', cell: (part) => part.share, foot: total?.share, phone: 'hide' },
  ];
  return (
    <div>
      <Bar parts={toned} summary={summary} tall />
      {headline ? <p className="mt-2 text-sm font-semibold text-green">{headline}</p> : null}
      <div className="mt-2">
        <DataTable
          caption={words.caption}
          captionHidden
          phone="keep"
          columns={columns}
          rows={toned}
          rowKey={(part) => part.key}
        />
      </div>
    </div>
  );
}
