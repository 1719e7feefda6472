import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client';
import { inUtc } from './in-utc';

export type Db = PrismaClient;
/** What a use case may be handed inside a transaction. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/**
 * One client per process. `poolSize` bounds the connections it opens; waiting for one is bounded by the
 * transaction's own `maxWait`, so that a rush ends in clean answers instead of refused connections.
 */
export function connectDb({ url, poolSize = 10 }: { url: string; poolSize?: number }): Db {
  const adapter = new PrismaPg({ connectionString: inUtc(url), max: poolSize, application_name: 'fairlode' });
  return new PrismaClient({
    adapter,
    transactionOptions: { maxWait: 30_000, timeout: 30_000 },
  });
}
