import { NotFound } from '#app/platform/http/errors';

/** Any address that is no page. */
export function loader() {
  throw new NotFound();
}

export default function NotFoundPage() {
  return null;
}
