import { SUPPRESSION_WORD } from '../analysis/suppressions.js';

/** The session methods whose names say enough; `alias` and `group` are also words of much other code. */
const TELLING = 'capture|identify|groupIdentify|setPersonProperties|setPersonPropertiesOnce';
const ALL = `${TELLING}|alias|group`;

/**
 * A cheap test that every file with a Signal call or a hand-written session reading passes. Files that import
 * something of Signal's pass too, so that a syntax error in one is reported even where it cuts the call short, and so
 * do those with a suppression, which may suppress nothing.
 */
const CANDIDATE = new RegExp(
  [
    // Called, by a name or on a client: `capture(`, `capture?.(`, `capture!(`, `capture<T>(`.
    `\\b(?:${ALL})\\s*(?:\\?\\.|!)?\\s*[(<]`,
    `\\b(?:${TELLING})\\s*/[/*]`,
    // Called by the string of its name.
    `\\[\\s*['"\`](?:${ALL})['"\`]\\s*\\]`,
    // Taken off a client, or called behind a comment.
    `\\.\\s*(?:${TELLING})\\b`,
    '\\.\\s*(?:alias|group)\\s*(?:[,;)\\]}]|/[/*]|\\?*\\.(?:bind|call|apply)\\b)',
    'x-signal-',
    SUPPRESSION_WORD,
    // What is almost a session header, and the lists of the headers that other origins may send.
    '[\'"`](?:x[-_])?s[ignal]{3,6}[-_](?:session|window|distinct)|access-control-allow-headers|\\ballow(?:ed)?Headers\\b',
    '\\bfrom\\s*[\'"][^\'"\\n]*signal',
  ].join('|'),
  'i',
);

/** Whether the text of a file is worth parsing. */
export function mayHoldSignalCall(text: string): boolean {
  return CANDIDATE.test(text);
}
