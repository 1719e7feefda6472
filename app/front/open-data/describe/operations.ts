import { MARKET_OPERATIONS } from './market-operations';
import { PRICE_OPERATIONS } from './price-operations';
import { SERIES_OPERATIONS } from './series-operations';
import type { Operation } from './shapes';

/** Every address of the API: `/api/v1/openapi.json` and the page /api are made from this, and a test holds it against routes.ts. */
export const OPERATIONS: readonly Operation[] = [...SERIES_OPERATIONS, ...PRICE_OPERATIONS, ...MARKET_OPERATIONS];
