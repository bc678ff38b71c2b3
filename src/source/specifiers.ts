import { TRIVIA } from './trivia.js';

// Bundlers are told things by comments in between: `import(/* webpackChunkName: "a" */ './a')`.
const SPECIFIER = new RegExp(
  String.raw`\b(?:from|import|require)${TRIVIA}\(?${TRIVIA}(['"])([^'"\n]+)\1`,
  'g',
);

/**
 * Everything in a text that may be the specifier of a module, for what is asked of files that are not parsed. What stands
 * in comments and other strings is among it.
 */
export function specifiersIn(text: string): string[] {
  return [...text.matchAll(SPECIFIER)].map(([, , specifier = '']) => specifier);
}
