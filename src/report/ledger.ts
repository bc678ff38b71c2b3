import { safe } from './cells.js';
import { colorsOf, type Terminal } from './terminal.js';
import { wrapped } from './wrap.js';

/** What became of every Signal call. `fixable` are those a `migrate` would write, `fixed` those it wrote. */
export interface Ledger {
  readonly calls: number;
  readonly forwarded: number;
  readonly fixable: number;
  readonly fixed: number;
  readonly refused: number;
  readonly suppressed: number;
}

export interface Refusal {
  /** The reason's id, for machines. */
  readonly reason: string;
  /** The reason in one sentence. */
  readonly title: string;
  /** What to do by hand. */
  readonly instead: string;
  readonly places: readonly RefusedPlace[];
}

/** A refused call, and the places that stand in its way. */
export interface RefusedPlace {
  readonly path: string;
  readonly line: number;
  readonly because?: readonly { readonly path: string; readonly line: number }[];
}

/** @throws Error when a call is in no column, or in two: a defect of ours. */
export function assertLedger(ledger: Ledger): void {
  const sum = ledger.forwarded + ledger.fixable + ledger.fixed + ledger.refused + ledger.suppressed;
  if (ledger.calls !== sum) {
    throw new Error(`the ledger does not add up: ${ledger.calls} Signal calls, but ${sum} verdicts`);
  }
}

/** Said out loud, because a check that looks at nothing passes. */
export const NO_CALLS =
  'Signal calls are looked for on clients that createSignalServer() or createSignalNode() made. If this app does track server events, see that they go through one, or name the client with --client <module#export>.';

/** One line, e.g. `12 Signal calls: 7 forwarded, 3 fixed, 2 refused, 0 suppressed`. */
export function renderLedger(ledger: Ledger): string {
  assertLedger(ledger);
  if (ledger.calls === 0) return 'No Signal calls were found.';
  const columns = [`${ledger.forwarded} forwarded`];
  if (ledger.fixed > 0) columns.push(`${ledger.fixed} fixed`);
  if (ledger.fixable > 0 || ledger.fixed === 0) columns.push(`${ledger.fixable} fixable`);
  columns.push(`${ledger.refused} refused`, `${ledger.suppressed} suppressed`);
  return `${ledger.calls} Signal ${ledger.calls === 1 ? 'call' : 'calls'}: ${columns.join(', ')}`;
}

/** What refusals are of: Signal calls, which the ledger counts, or calls of helpers that no session comes through. */
export type RefusedCalls = 'refused' | 'not given the session';

/** The refused calls by reason, each with its places and what to do instead; empty when there are none. */
export function renderRefusals(
  refusals: readonly Refusal[],
  terminal: Terminal,
  calls: RefusedCalls = 'refused',
): string {
  const colors = colorsOf(terminal);
  const lines: string[] = [];
  const put = (indent: number, text: string, paint: (line: string) => string = (line) => line): void => {
    for (const part of text.split(/\r\n|[\n\r]/)) {
      const line = ' '.repeat(indent) + safe(part, terminal.unicode);
      lines.push(...wrapped(line, terminal).map((one) => paint(one)));
    }
  };
  for (const { title, instead, places } of refusals) {
    if (places.length === 0) continue;
    if (lines.length > 0) lines.push('');
    put(0, `${calls} (${places.length}): ${title}`, colors.yellow);
    for (const { path, line, because } of places) {
      put(2, `${path}:${line}${becauseOf(because ?? [])}`);
    }
    put(2, `instead: ${instead}`, colors.dim);
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** So many places that stand in the way tell what they are like. */
const MOST_PLACES = 3;

function becauseOf(because: NonNullable<RefusedPlace['because']>): string {
  const places = [...new Set(because.map(({ path, line }) => `${path}:${line}`))];
  if (places.length === 0) return '';
  const more = places.length > MOST_PLACES ? ` and ${places.length - MOST_PLACES} more` : '';
  return ` because of ${places.slice(0, MOST_PLACES).join(', ')}${more}`;
}
