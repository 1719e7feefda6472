import { NotFound } from '#app/platform/http/errors';

/** Any address that is no page. */
export function loader() {
  throw new NotFound();
}

/** Where there is no page, nothing can be sent to it either. */
export const action = loader;

export default function NotFoundPage() {
  return null;
}
