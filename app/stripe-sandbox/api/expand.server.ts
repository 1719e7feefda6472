import type { WireObject } from '../objects/rows';
import type { FormRecord } from '../rules/params/form-body';
import { invalidRequest } from '../rules/stripe-refusal';
import { loadObject, type Reading } from '../state/load-object.server';

const MAX_DEPTH = 4;

/**
 * Replaces ids by their objects where `expand[]` asks for it, as deep as Stripe allows. In lists by `data.…`.
 */
export async function expandObject(reading: Reading, object: WireObject, params: FormRecord): Promise<WireObject> {
  const asked = params['expand'] ?? [];
  if (!Array.isArray(asked)) throw invalidRequest('Invalid array', { param: 'expand' });
  for (const path of asked) {
    if (typeof path !== 'string') throw invalidRequest('Invalid string', { param: 'expand' });
    const parts = path.split('.');
    if (parts.length > MAX_DEPTH)
      throw invalidRequest(`You cannot expand more than ${MAX_DEPTH} levels of a property.`);
    await expandPath(reading, object, parts, path);
  }
  return object;
}

async function expandPath(reading: Reading, at: Record<string, unknown>, parts: string[], path: string): Promise<void> {
  const [part = '', ...rest] = parts;
  const value = at[part];
  if (Array.isArray(value)) {
    for (const item of value as Record<string, unknown>[]) await expandPath(reading, item, rest, path);
    return;
  }
  if (value === null) return;
  if (typeof value === 'string') {
    const loaded = await loadObject(reading, value);
    if (loaded === null) throw invalidRequest(`This property cannot be expanded (${path}).`, { param: 'expand' });
    at[part] = loaded;
  } else if (typeof value !== 'object') {
    throw invalidRequest(`This property cannot be expanded (${path}).`, { param: 'expand' });
  }
  if (rest.length > 0) await expandPath(reading, at[part] as Record<string, unknown>, rest, path);
}
