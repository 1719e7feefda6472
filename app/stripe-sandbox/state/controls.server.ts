import type { Tx } from '#app/platform/db/connect.server';
import { z } from 'zod';

/** What the sandbox was told to do (POST /sandbox/control/…), kept over restarts. */
export const controlSchemas = {
  webhooks: z.object({ hold: z.boolean().default(false), delaySeconds: z.number().int().min(0).default(0) }),
  /** Seconds after which a chosen bank transfer arrives by itself. Null: only when told. */
  transfers: z.object({ arriveAfterSeconds: z.number().int().min(0).nullable().default(null) }),
  /** Fails the next calls: `status` 0 closes the connection. `after` does the work and loses the answer. */
  fault: z.object({
    times: z.number().int().min(0).default(0),
    status: z.number().int().default(500),
    moment: z.enum(['before', 'after']).default('before'),
  }),
  /**
   * Settles all money in one currency at so many of its minor units for one of the charge's. Null: in the
   * charge's own.
   */
  settlement: z.object({
    currency: z
      .string()
      .regex(/^[a-z]{3}$/)
      .nullable()
      .default(null),
    rate: z
      .string()
      .regex(/^\d{1,9}(\.\d{1,12})?$/)
      .default('1'),
  }),
};
type Controls = { [Key in keyof typeof controlSchemas]: z.infer<(typeof controlSchemas)[Key]> };

type Store = Pick<Tx, 'sandboxControl'>;

export async function readControl<Key extends keyof Controls>(db: Store, key: Key): Promise<Controls[Key]> {
  const row = await db.sandboxControl.findUnique({ where: { key } });
  return controlSchemas[key].parse(row?.value ?? {}) as Controls[Key];
}

export async function keepControl<Key extends keyof Controls>(
  db: Store,
  key: Key,
  value: Controls[Key],
): Promise<void> {
  await db.sandboxControl.upsert({ where: { key }, create: { key, value }, update: { value } });
}
