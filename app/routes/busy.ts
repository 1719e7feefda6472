import { createContext } from 'react';

/** An answer that was not possible because the database was too busy; `form` is what was sent, where it can be sent again as it is. */
export type Busy = { action: string; form: { fields: [name: string, value: string][] } | null; wasSent: boolean };

export const BusyContext = createContext<Busy | null>(null);
