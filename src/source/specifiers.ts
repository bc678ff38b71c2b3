import { COMMENT, TRIVIA } from './trivia.js';

const WORDS = ['from', 'import', 'require'];
// Bundlers are told things by comments in between: `import(/* webpackChunkName: "a" */ './a')`.
const SPECIFIER = new RegExp(String.raw`${TRIVIA}(?:\(${TRIVIA})?(['"])([^'"\n]+)\1`, 'y');
const NAME = /[\w$]/;

/** By its bytes: a file that exports what another one does. */
export const REEXPORT = new RegExp(
  String.raw`\bexport${TRIVIA}(?:\*|\{(?:[^{}/]|${COMMENT})*\}${TRIVIA}from\b)`,
);

/**
 * Everything in a text that may be the specifier of a module, each once, for what is asked of files that are not parsed.
 * What stands in comments and other strings is among it.
 */
export function specifiersIn(text: string): string[] {
  const found = new Set<string>();
  // Three searches for plain words and a look at what follows take half the time of one regular expression.
  for (const word of WORDS) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
      SPECIFIER.lastIndex = at + word.length;
      const specifier = SPECIFIER.exec(text)?.[2];
      if (specifier !== undefined && !NAME.test(text.charAt(at - 1))) found.add(specifier);
    }
  }
  return [...found];
}

/** Whether a specifier is a path from the file that it stands in. */
export function isRelative(specifier: string): boolean {
  return /^\.{1,2}(?:\/|$)/.test(specifier);
}

/**
 * Whether a specifier is of a module of the project, under whatever alias; a package of the workspace is none.
 * @param path what it resolves to, as seen from the app.
 */
export function isOfProject(specifier: string, path: string | undefined): boolean {
  return isProjectSpecifier(specifier) || (path !== undefined && !path.startsWith('../'));
}

/** Whether a specifier is by its form one of the project's own modules: relative, or under a usual alias. */
export function isProjectSpecifier(source: string): boolean {
  return /^[.~#]|^@\//.test(source);
}
