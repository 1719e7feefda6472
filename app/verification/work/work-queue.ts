/** One thing that waits for a decision of staff. Words are message keys: the view translates them. */
export type WorkItem = {
  id: string;
  href: string;
  /** Names of organisations, lots, orders: not translated. */
  title: string;
  detailKey: string;
  detailParams?: Record<string, string | number>;
  /** ISO time since when it waits. */
  waitingSince: string;
};

/** A room's queue for the programme's work page: each room hands in its own. */
export type WorkQueue = {
  id: string;
  titleKey: string;
  emptyKey: string;
  emptyParams?: Record<string, string | number>;
  actionKey: string;
  items: WorkItem[];
  /** All that wait, where the list is cut off. */
  total: number;
};
