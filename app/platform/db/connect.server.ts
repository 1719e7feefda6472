import { PrismaPg } from '@prisma/adapter-pg';
import type { DatabasePatience } from '../settings';
import { PrismaClient } from './generated/client';
import { inUtc } from './in-utc';

/** What a use case may be handed inside a transaction. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];
/**
 * Reads go through the client itself, transactions through a second one with connections of its own (`inTransaction`): however many writes wait
 * for a row, pages still find a connection.
 */
export type Db = PrismaClient & { readonly transactions: PrismaClient };

/** One per process, with at most `poolSize` connections for reads and as many for transactions. */
export function connectDb({
  url,
  poolSize = 10,
  patience,
}: {
  url: string;
  poolSize?: number;
  patience: DatabasePatience;
}): Db {
  const transactions = connect({ url, poolSize, patience, name: 'fairlode-writes' });
  const reads = connect({ url, poolSize, patience, name: 'fairlode' });
  const disconnectReads = reads.$disconnect.bind(reads);
  return Object.assign(reads, {
    transactions,
    $disconnect: async () => void (await Promise.all([disconnectReads(), transactions.$disconnect()])),
  });
}

type Connecting = { url: string; poolSize: number; patience: DatabasePatience; name: string };

function connect({ url, poolSize, patience, name }: Connecting): PrismaClient {
  const { lockMs, statementMs, idleMs, poolMs } = patience;
  const adapter = new PrismaPg({
    connectionString: inUtc(url),
    max: poolSize,
    application_name: name,
    lock_timeout: lockMs,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: idleMs,
    // Who waits longer than this for a connection leaves the queue.
    connectionTimeoutMillis: poolMs,
  });
  return new PrismaClient({
    adapter,
    // The whole transaction may take as long as its longest statement and a pause; PostgreSQL ends what hangs before.
    transactionOptions: { maxWait: poolMs, timeout: statementMs + idleMs },
  });
}
