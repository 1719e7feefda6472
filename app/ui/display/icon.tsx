/**
 * Line icons on a 20 px grid, drawn with the text's colour. Decorative: the words beside them carry the
 * meaning.
 */
const PATHS = {
  check: 'M4 10.5 8.2 15 16 5.5',
  cross: 'M5 5l10 10M15 5 5 15',
  circle: 'M10 3.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z',
  clock: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4zM10 6v4.3l2.8 1.7',
  warning: 'M10 3 18 16.8H2zM10 8.2v4M10 14.4v.2',
  info: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4zM10 9v5M10 6.3v.2',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  down: 'm5 7.5 5 5 5-5',
  left: 'M12.5 4.5 7 10l5.5 5.5',
  right: 'M7.5 4.5 13 10l-5.5 5.5',
  up: 'M10 16V4.5M5 9.2l5-5 5 5',
  external: 'M8 5H4v11h11v-4M11 3.5h5.5V9M16 4l-7 7',
  document: 'M5 2.5h6.5L15.5 7v10.5h-10.5zM11 2.8V7.4h4.2',
  download: 'M10 3v9.5M6 8.8l4 4 4-4M3.5 16.5h13',
  upload: 'M10 13V3.5M6 7.2l4-4 4 4M3.5 16.5h13',
  filter: 'M3 5h14M5.5 10h9M8 15h4',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM13 13l4 4',
  person: 'M10 3a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM3.5 17c.6-3.4 3.2-5 6.5-5s5.9 1.6 6.5 5',
  people:
    'M7.5 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM2 16c.5-3 2.7-4.3 5.5-4.3S12.5 13 13 16M13 4.3a2.8 2.8 0 0 1 0 5.5M14.8 12.2c1.8.5 3 1.8 3.3 3.8',
  globe:
    'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4zM2.8 10h14.4M10 2.8c2.5 2.2 3.2 4.6 3.2 7.2s-.7 5-3.2 7.2c-2.5-2.2-3.2-4.6-3.2-7.2s.7-5 3.2-7.2z',
  pin: 'M10 17.5s5.5-5 5.5-9.2a5.5 5.5 0 0 0-11 0c0 4.2 5.5 9.2 5.5 9.2zM10 6.5a1.9 1.9 0 1 0 0 3.8 1.9 1.9 0 0 0 0-3.8z',
  shield: 'M10 2.5 16.5 5v5c0 4-2.8 6.3-6.5 7.5C6.3 16.3 3.5 14 3.5 10V5z',
  scales: 'M10 3v14M6 17h8M4 5.5h12M4 5.5 1.8 11h4.4zM16 5.5 13.8 11h4.4z',
  box: 'M3 6.5 10 3l7 3.5v7L10 17l-7-3.5zM3 6.5l7 3.5 7-3.5M10 10v7',
  truck:
    'M2 5h9v8.5H2zM11 8h4l3 3v2.5h-7zM5.5 13.5a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4zM14 13.5a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4z',
  coins:
    'M7.5 4C4.7 4 3 5 3 6.2s1.7 2.2 4.5 2.2S12 7.4 12 6.2 10.3 4 7.5 4zM3 6.2v5c0 1.2 1.7 2.2 4.5 2.2M12 6.2v2M12.5 9c-2.8 0-4.5 1-4.5 2.2s1.7 2.2 4.5 2.2 4.5-1 4.5-2.2S15.3 9 12.5 9zM8 11.2v3c0 1.2 1.7 2.2 4.5 2.2s4.5-1 4.5-2.2v-3',
  lock: 'M4.5 9h11v8h-11zM7 9V6.5a3 3 0 0 1 6 0V9',
  flag: 'M5 17.5v-15M5 3.5h9.5L12.5 7l2 3.5H5',
  plus: 'M10 4v12M4 10h12',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1.5 1.5h-13zM8.5 17.5h3',
  star: 'm10 3 2.2 4.6 5 .7-3.6 3.5.9 5L10 14.4l-4.5 2.4.9-5L2.8 8.3l5-.7z',
} as const;

export type IconName = keyof typeof PATHS;

export interface IconProps {
  name: IconName;
  /** Pixels. 16 beside small text, 20 beside normal text. */
  size?: 14 | 16 | 20 | 24 | 32;
  className?: string;
}

export function Icon({ name, size = 20, className }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={size < 20 ? 2.2 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className ? `inline-block shrink-0 ${className}` : 'inline-block shrink-0'}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
