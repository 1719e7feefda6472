import pg from 'pg';

/** Whether this database holds a finished demo, asked without loading what makes one. */
export async function isDemoReady(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ value: unknown }>(`SELECT value FROM "Installation" WHERE key = 'demo'`);
    return rows[0]?.value === 'ready';
  } finally {
    await client.end();
  }
}
