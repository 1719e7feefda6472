import { NotFound } from './errors';

/** Keyset cursors and other values of a URL: opaque to people, checked when read. */
export function pageCursor(url: string): string | null {
  const value = new URL(url).searchParams.get('after');
  return value && value.length <= 200 && /^[\w.:~-]+$/.test(value) ? value : null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id in a path, or null where it is no id at all: the database must never see it. */
export function uuidParam(value: string | undefined): string | null {
  return value !== undefined && UUID.test(value) ? value : null;
}

/** The id of a thing that the address or the form names. Throws NotFound where it is no id: there is no such thing. */
export function idOf(value: string | undefined): string {
  const id = uuidParam(value);
  if (id === null) throw new NotFound();
  return id;
}

/** A path of this site to return to; anything else (other hosts, `//host`, backslashes) becomes the home page. */
export function localPath(value: string, fallback = '/'): string {
  return /^\/(?![/\\])[^\\\s]*$/.test(value) ? asHeader(value) : fallback;
}

/** What somebody typed or put into an address, to be told back: short, and without marks that could turn or hide the text around it. */
export function toldBack(text: string): string {
  return text
    .trim()
    .slice(0, 40)
    .replace(/[^\p{L}\p{N} ._-]/gu, '?');
}

/** Whether a reason or a source has at least a short word in it: dots and dashes tell the next reader nothing. */
export function saysSomething(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= 3;
}

/** An address as a header may hold it: what is beyond ASCII is percent-encoded, what is encoded already stays. */
export function asHeader(path: string): string {
  return path.replace(/[^\x21-\x7e]+/gu, encodeURIComponent);
}
