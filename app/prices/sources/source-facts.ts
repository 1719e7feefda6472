/** In UTC. */
export type Hours = {
  hours: readonly number[];
  minute: number;
  days: 'working-days' | 'every-day' | 'first-ten-days';
};

/** What is known of a source without reading a file of it. */
export type SourceFacts = {
  /** Message key of its name. */
  label: string;
  /** When its file is asked for; null: people bring it. */
  hours: Hours | null;
  /** Whether people bring files of it too: through staff pages or `npm run import`. */
  isBrought: boolean;
};
