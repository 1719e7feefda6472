import { createContext, useContext } from 'react';

/** The key of one showing of a page, for every form of it that has none of its own. */
export const PageRequestId = createContext('');

interface RequestIdProps {
  value?: string;
  /** Tells forms of one kind on one page apart: the row that each is about. */
  of?: string;
}

/** Hidden key of one form showing: a second send of the same form has no second effect. */
export function RequestId({ value, of }: RequestIdProps) {
  const page = useContext(PageRequestId);
  const id = value ?? page;
  return <input type="hidden" name="requestId" value={of ? `${id}-${of.slice(-12)}` : id} />;
}
