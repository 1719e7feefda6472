import type { Method } from '../method';

/**
 * A starting method as an installation has it: what the maintainers say themselves (their approval, their own figures) was said by the day on which the
 * installation took it up. Only a demo begins before the product was shipped; elsewhere this changes nothing.
 */
export function takenUpOn(method: Method, day: string): Method {
  const { approvedBy, sources } = method;
  if (approvedBy.on <= day) return method;
  return {
    ...method,
    approvedBy: { ...approvedBy, on: day },
    // What somebody else published keeps the day of its publication.
    sources: sources.map((source) =>
      source.on === approvedBy.on && source.url === null ? { ...source, on: day } : source,
    ),
  };
}
