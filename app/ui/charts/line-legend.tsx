import { STROKE, type InkTone } from '#app/ui/tones';

export interface LegendItem {
  label: string;
  tone: InkTone;
  dashed?: boolean;
  /** The newest value, as the reader writes it. */
  last?: string;
}

export function LineLegend({ items }: { items: LegendItem[] }) {
  return (
    <ul className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {items.map((item) => (
        <li key={item.label} className="flex min-w-0 items-center gap-2">
          <svg width="24" height="10" aria-hidden="true" className="shrink-0">
            <line
              x1="1"
              x2="23"
              y1="5"
              y2="5"
              className={STROKE[item.tone]}
              strokeWidth="3"
              strokeDasharray={item.dashed ? '6 4' : undefined}
            />
          </svg>
          <span className="min-w-0">
            {item.label}
            {item.last ? <b className="ml-1.5 font-semibold whitespace-nowrap">{item.last}</b> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
