import { z } from 'zod';
import { tooDeepPath } from '#app/platform/http/json-depth';

/** Stripe's objects are some ten levels deep. */
const MAX_DEPTH = 50;

const id = z.string().regex(/^[\w-]{1,255}$/);

const eventSchema = z.looseObject({
  id,
  type: z.string().min(1).max(255),
  data: z.looseObject({ object: z.looseObject({ id: id.optional().catch(undefined) }) }),
});

export type ReceivedEvent = {
  id: string;
  type: string;
  /** What it is about. '' where it does not say. */
  objectId: string;
  /** All of it, as the database can keep it. */
  payload: object;
};

/**
 * The event in a body whose signature was right. Null where it is none: whoever signs may still send what we
 * do not know.
 */
export function readEvent(body: unknown): ReceivedEvent | null {
  if (tooDeepPath(body, MAX_DEPTH) !== null) return null;
  const payload = storable(body);
  const event = eventSchema.safeParse(payload);
  if (!event.success) return null;
  return {
    id: event.data.id,
    type: event.data.type,
    objectId: event.data.data.object.id ?? '',
    payload: payload as object,
  };
}

/**
 * PostgreSQL keeps no zero byte and no half letter, neither in a text nor in JSON: an event is not to be
 * refused for one in a description.
 */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storableText(key), storable(inner)]));
}

function storableText(text: string): string {
  return text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\ufffd');
}
