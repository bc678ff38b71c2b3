import type { SourceFile } from '../source/parse.js';
import { ALL_SESSION_KEYS, HEADER_NAMES, type SessionKey } from './signal-methods.js';

const mentionsByFile = new WeakMap<SourceFile, ReadonlySet<SessionKey>>();

/** Whether the text of a file names the header of `key`, in whatever case. */
export function mentionsHeaderOf(key: SessionKey, file: SourceFile): boolean {
  const known = mentionsByFile.get(file) ?? keysIn(file.text.toLowerCase());
  mentionsByFile.set(file, known);
  return known.has(key);
}

function keysIn(text: string): ReadonlySet<SessionKey> {
  return new Set(ALL_SESSION_KEYS.filter((key) => text.includes(HEADER_NAMES[key])));
}
