import type { File } from '@babel/types';
import { type AllMakers, Conversion, type Estree, type Made, NotConverted } from './conversion.js';
import { EXPRESSIONS } from './expressions.js';
import { FUNCTIONS } from './functions.js';
import { ELEMENTS } from './jsx.js';
import { MODULES } from './modules.js';
import { bodyOf, STATEMENTS } from './statements.js';
import { TYPES } from './types.js';

const MAKERS: AllMakers = { ...STATEMENTS, ...EXPRESSIONS, ...FUNCTIONS, ...MODULES, ...ELEMENTS, ...TYPES };

/**
 * Makes of an ESTree program with TypeScript, as oxc's parser has it, the tree that `@babel/parser` 7 makes of the same
 * text: the same nodes at the same offsets with the same members. Left out are `loc`, comments on nodes, and what
 * `extra` says of anything but parentheses.
 * @param text of which the program is.
 * @param comments in the order of the text.
 * @returns undefined where the program holds what is left to Babel: decorators, deep nesting, rare syntax.
 */
export function babelTreeOf(
  text: string,
  { sourceType, hashbang, body }: Estree,
  comments: readonly Estree[],
  isTypeScript: boolean,
): File | undefined {
  // Where a module is declared, and where something is awaited outside of functions, they disagree.
  const isModule = sourceType === 'module';
  if ((isTypeScript || isModule) && isModule !== /\b(?:import|export)\b/.test(text)) return undefined;
  const whole = { start: 0, end: text.length };
  try {
    const program = {
      type: 'Program',
      ...whole,
      sourceType,
      interpreter: interpreterOf(hashbang),
      ...bodyOf(body, new Conversion(MAKERS, text, isTypeScript)),
    };
    const tree = {
      type: 'File',
      ...whole,
      errors: [],
      program,
      comments: comments.map((one) => commentOf(one, text)),
    };
    return tree as unknown as File;
  } catch (error) {
    if (error instanceof NotConverted) return undefined;
    throw error;
  }
}

function interpreterOf(hashbang: Estree | null): Made | null {
  if (!hashbang) return null;
  return { type: 'InterpreterDirective', start: hashbang.start, end: hashbang.end, value: hashbang.value };
}

function commentOf({ type, value, start, end }: Estree, text: string): Made {
  // `<!--` is none in a module, which Babel finds out later.
  if (text[start] !== '/') throw new NotConverted();
  return { type: `Comment${type}`, start, end, value };
}
