import { z } from 'zod';
import { toRefusal } from './param-issues';
import { metadataSchema } from './session-params';

const customerParams = z.strictObject({
  email: z.email().max(512).optional(),
  name: z.string().max(256).optional(),
  metadata: metadataSchema.default({}),
  description: z.unknown().optional(),
  preferred_locales: z.unknown().optional(),
  expand: z.unknown().optional(),
});

/** Parameters of POST /v1/customers. Throws StripeRefusal. */
export function readCustomerParams(params: unknown) {
  const read = customerParams.safeParse(params);
  if (!read.success) throw toRefusal(read.error, params);
  return { email: read.data.email ?? null, name: read.data.name ?? null, metadata: read.data.metadata };
}
