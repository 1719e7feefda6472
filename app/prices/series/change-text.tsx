import { useFormat } from '#app/platform/i18n/use-format';

/** A change in percent with its sign and an arrow, so that colour is never alone; a dash where there is nothing to compare. */
export function ChangeText({ pct }: { pct: string | null }) {
  const format = useFormat();
  if (pct === null) return <span className="text-soft">–</span>;
  const direction = pct.startsWith('-') ? 'down' : pct === '0.0' ? 'none' : 'up';
  const look = { up: 'text-green', down: 'text-oxide', none: 'text-soft' }[direction];
  return (
    <span className={`whitespace-nowrap ${look}`}>
      <span aria-hidden="true">{{ up: '▲ ', down: '▼ ', none: '' }[direction]}</span>
      {format.percent(pct, 1, { signed: true })}
    </span>
  );
}
