export interface ProgressProps {
  label: string;
  value: number;
  max: number;
  /** In words, such as "420 of 1,000 rows". */
  text: string;
}

/** How far a long job is, as it stood when the page was made. The page itself decides when to ask again. */
export function Progress({ label, value, max, text }: ProgressProps) {
  return (
    <div>
      <div className="mb-1 flex flex-wrap justify-between gap-x-4 text-sm">
        <span className="font-semibold">{label}</span>
        <span className="text-soft">{text}</span>
      </div>
      <progress className="meter" aria-label={label} value={value} max={max}>
        {text}
      </progress>
    </div>
  );
}
