export interface CopyBlockProps {
  label: string;
  /** A code, hash or address to be copied by hand: one tap selects all of it. */
  value: string;
}

export function CopyBlock({ label, value }: CopyBlockProps) {
  return (
    <div>
      <div className="text-sm text-soft">{label}</div>
      <code className="mt-1 block select-all rounded-control border border-line bg-sand px-3 py-2 font-mono text-sm break-all">
        {value}
      </code>
    </div>
  );
}
