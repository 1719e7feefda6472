import type { IncomingMessage } from 'node:http';

/** The headers of a request as the web's own interface reads them: for code that answers in front of the pages as well as in them. */
export function headersOf({ headers }: Pick<IncomingMessage, 'headers'>): Pick<Headers, 'get'> {
  return {
    get(name) {
      const value = headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(', ') : (value ?? null);
    },
  };
}
