import { createContext } from 'react';
import type { Frame } from './frame.server';

/** An answer that was not possible because the database was too busy; `form` is what was sent, where it can be sent again as it is. */
export type Busy = { action: string; form: { fields: [name: string, value: string][] } | null; wasSent: boolean };

/** What a page that failed is drawn with. `frame`: for one whose data was not loaded. */
export const FailureContext = createContext<{ busy: Busy | null; frame: Frame | null } | null>(null);
