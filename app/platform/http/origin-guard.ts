const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether an unsafe request comes from our own pages. Browsers send Origin with every form post; one that sends neither Origin nor
 * Sec-Fetch-Site is no browser and carries no cookie that another site could ride on.
 */
export function isSameOrigin(
  { method, origin, secFetchSite }: { method: string; origin: string | undefined; secFetchSite: string | undefined },
  allowedOrigins: readonly string[],
): boolean {
  if (SAFE_METHODS.has(method)) return true;
  if (origin !== undefined && origin !== 'null') return allowedOrigins.includes(origin);
  if (origin === 'null') return secFetchSite === 'same-origin';
  return secFetchSite === undefined || secFetchSite === 'same-origin' || secFetchSite === 'none';
}
