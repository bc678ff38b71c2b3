import { namePattern } from '../source/names.js';
import { TRIVIA } from '../source/trivia.js';

/**
 * Exports that can name another file's function: not a function or class that stands there itself, and not a setting such
 * as `export const runtime = 'edge'`.
 */
const FORWARDING_EXPORT = new RegExp(
  [
    String.raw`\bexport${TRIVIA}(?:\{|\*)`,
    String.raw`\bexport${TRIVIA}default\b${TRIVIA}(?![\s/])(?!(?:async\s+)?function\b|(?:abstract\s+)?class\b|[\w$]+\s*;?\s*(?:$|\n))`,
    String.raw`\bexport${TRIVIA}(?:const|let|var)\b${TRIVIA}(?![\s/])(?![\w$]+\s*(?::[^=\n]*)?=\s*(?:async\s+function\b|function\b|\{|(?:'[^'\n]*'|"[^"\n]*"|[\d.]+|true|false|null)\s*(?:as const\s*)?(?:;|\n|$)|(?:async\s*)?\([^()]*\)\s*(?::[^=\n]*)?=>))`,
    String.raw`\bmodule${TRIVIA}\.${TRIVIA}exports\b`,
  ].join('|'),
);
const NAMED_DEFAULT = new RegExp(String.raw`\bexport${TRIVIA}default\b${TRIVIA}([\w$]+)\s*;?\s*(?:$|\n)`);

/** By its bytes: whether a file may export what another one does, as it is or wrapped. */
export function mayForward(text: string): boolean {
  if (FORWARDING_EXPORT.test(text)) return true;
  const name = text.includes('default') ? NAMED_DEFAULT.exec(text)?.[1] : undefined;
  return name !== undefined && !new RegExp(`\\b(?:function|class)\\s+${namePattern(name)}\\b`).test(text);
}
