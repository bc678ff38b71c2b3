import { type ParserPlugin, parse } from '@babel/parser';
import type { File } from '@babel/types';
import { lighten } from './depth.js';
import { babelTreeOf } from './estree/babel-tree.js';
import type { Formatting } from './formatting.js';
import { mayNestDeeply } from './nesting.js';
import { hasOxc, parseWithOxc } from './oxc.js';
import { positionAt } from './positions.js';

/** The language of a file, decided by its extension alone. */
export type Language = 'ts' | 'tsx' | 'js';

/** One file: its raw text and the tree whose offsets are offsets into that text; its nodes have no `loc`. */
export interface SourceFile {
  /** Project-relative, with `/`. May start with `../` for a file of another workspace package. */
  readonly path: string;
  readonly text: string;
  readonly language: Language;
  readonly ast: File;
  /** What the set-up of the project's formatter says of the file; absent where no project is known. */
  readonly formatting?: (() => Formatting) | undefined;
}

/** Why a file could not be parsed: the parser's own sentence and place (line from 1, column from 0). */
export interface SyntaxProblem {
  readonly path: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export type ParseResult =
  | { readonly kind: 'parsed'; readonly file: SourceFile }
  | { readonly kind: 'unparsable'; readonly problem: SyntaxProblem };

export function languageOf(path: string): Language {
  if (/\.tsx$/i.test(path)) return 'tsx';
  if (/\.[cm]?ts$/i.test(path)) return 'ts';
  return 'js';
}

const FLOW_PRAGMA = /@(?:no)?flow\b/;

function pluginsFor(language: Language, text: string): ParserPlugin[] {
  const shared: ParserPlugin[] = ['decorators-legacy', 'explicitResourceManagement', 'importAttributes'];
  switch (language) {
    case 'ts':
      return [...shared, 'typescript'];
    case 'tsx':
      return [...shared, 'typescript', 'jsx'];
    case 'js':
      return [...shared, 'jsx', ...(hasFlow(language, text) ? (['flow'] as const) : [])];
  }
}

/**
 * Parses the raw text; never recovers from an error, because edits on a guessed tree would be guesses. The tree is
 * Babel's, whichever parser was at hand to make it.
 */
export function parseSource(path: string, text: string, formatting?: () => Formatting): ParseResult {
  const language = languageOf(path);
  const ast = parseQuickly(path, text, language);
  if (ast) return { kind: 'parsed', file: { path, text, language, ast, formatting } };
  const result = parseWithBabel(path, text);
  return result.kind === 'parsed' ? { kind: 'parsed', file: { ...result.file, formatting } } : result;
}

/**
 * The tree that `parseWithBabel` would give, without comments on nodes, in a quarter of the time.
 * @returns undefined where that is not certain: then Babel has the say, on mistakes in the text, too.
 */
export function parseQuickly(path: string, text: string, language = languageOf(path)): File | undefined {
  if (!hasOxc() || hasFlow(language, text) || text.startsWith('\uFEFF') || mayNestDeeply(text))
    return undefined;
  const parsed = parseWithOxc(path, text, language === 'js' ? 'jsx' : language);
  return parsed && babelTreeOf(text, parsed.program, parsed.comments, language !== 'js');
}

function hasFlow(language: Language, text: string): boolean {
  return language === 'js' && FLOW_PRAGMA.test(text.slice(0, 2000));
}

/** The same with `@babel/parser` alone. */
export function parseWithBabel(path: string, text: string): ParseResult {
  const language = languageOf(path);
  try {
    const ast = parse(text, {
      sourceType: 'unambiguous',
      sourceFilename: path,
      allowReturnOutsideFunction: true,
      plugins: pluginsFor(language, text),
    });
    const deep = lighten(ast);
    if (deep) {
      const { line, column } = positionAt(text, deep.start ?? 0);
      return { kind: 'unparsable', problem: { path, message: TOO_DEEP, line, column: column - 1 } };
    }
    return { kind: 'parsed', file: { path, text, language, ast } };
  } catch (error) {
    return { kind: 'unparsable', problem: { path, ...describe(error) } };
  }
}

const TOO_DEEP = 'The code is nested too deeply to be read; no edit of it would be safe.';

function describe(error: unknown): { message: string; line: number; column: number } {
  if (!(error instanceof Error)) throw error;
  // The parser goes down a level of its own stack for each bracket.
  if (error instanceof RangeError) return { message: TOO_DEEP, line: 1, column: 0 };
  const loc = 'loc' in error ? (error.loc as { line?: number; column?: number } | undefined) : undefined;
  return {
    message: error.message.replace(/\s*\(\d+:\d+\)$/, ''),
    line: loc?.line ?? 1,
    column: loc?.column ?? 0,
  };
}
