import type { ReactNode } from 'react';
import { plotNumber } from '#app/ui/charts/plot-number';
import { FILL, type InkTone } from '#app/ui/tones';

export interface BarChartItem {
  key: string;
  label: ReactNode;
  /** Decimal text. Null is shown as its text without a bar. */
  value: string | number | null;
  /** As the reader writes it. */
  text: string;
  href?: string;
  tone?: InkTone;
}

export interface BarChartProps {
  label: string;
  items: BarChartItem[];
  /** The value that fills the width. The largest item's by default. */
  max?: number;
  /** A line across all bars to compare with. */
  mark?: { value: number; label: string };
}

/** Lying bars, one to a row: names of any length fit, and each number is written, so it is its own table. */
export function BarChart({ label, items, max, mark }: BarChartProps) {
  const numbers = items.map((item) => plotNumber(item.value));
  const most = max ?? Math.max(...numbers.map((value) => value ?? 0), mark?.value ?? 0, 1e-9);
  const share = (value: number) => `${Math.min(100, Math.max(0, Math.round((value / most) * 1000) / 10))}%`;
  return (
    <div>
      <ul aria-label={label} className="space-y-3">
        {items.map((item, index) => {
          const value = numbers[index] ?? null;
          return (
            <li key={item.key}>
              <span className="flex items-baseline justify-between gap-4 text-[0.9375rem]">
                <span className="min-w-0">{item.href ? <a href={item.href}>{item.label}</a> : item.label}</span>
                <span className="font-semibold whitespace-nowrap">{item.text}</span>
              </span>
              <svg width="100%" height="12" className="plot mt-1" aria-hidden="true">
                <rect width="100%" height="10" y="1" rx="5" className="fill-sand" />
                {value === null ? null : (
                  <rect width={share(value)} height="10" y="1" rx="5" className={FILL[item.tone ?? 'green']} />
                )}
                {mark ? (
                  <line x1={share(mark.value)} x2={share(mark.value)} y2="12" className="stroke-ink" strokeWidth="2" />
                ) : null}
              </svg>
            </li>
          );
        })}
      </ul>
      {mark ? (
        <p className="mt-2 flex items-center gap-2 text-sm text-soft">
          <svg width="10" height="14" aria-hidden="true">
            <line x1="5" x2="5" y2="14" className="stroke-ink" strokeWidth="2" />
          </svg>
          {mark.label}
        </p>
      ) : null}
    </div>
  );
}
