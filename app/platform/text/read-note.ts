import { ok, refuse, type Refusal, type Result } from '../result';

export const NOTE_MAX_LENGTH = 500;

export type NoteRefusal = 'note-too-long';

interface NoteLimits {
  /** The field that is named where it is too long. */
  path?: string;
  maxLength?: number;
}

/** A line break is one letter, as browsers count it, though they send it as two. */
export function singleLineBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** The one reader of notes and reasons: trimmed, line breaks counted once, too long a text refused. Nothing is ever cut off. */
export function readNote(
  text: string,
  { path = 'note', maxLength = NOTE_MAX_LENGTH }: NoteLimits = {},
): Result<string, NoteRefusal> {
  const note = singleLineBreaks(text).trim();
  return note.length > maxLength ? tooLong(note.length, { path, maxLength }) : ok(note);
}

function tooLong(length: number, { path, maxLength }: Required<NoteLimits>): Refusal<NoteRefusal> {
  return refuse('note-too-long', 'platform:refusal.noteTooLong', { path, params: { length, max: maxLength } });
}
