import type { HeaderUse } from '../analysis/header-uses.js';
import { almostSessionHeader } from '../analysis/session-header-names.js';
import type { Finding } from './finding.js';

/**
 * Header names that are read or allowed and are almost those of the session. One that the project also writes is a
 * header of its own.
 */
export function misspelledHeaders(uses: readonly HeaderUse[]): Finding[] {
  const written = new Set(uses.flatMap(({ kind, name }) => (kind === 'written' ? [name.toLowerCase()] : [])));
  return uses.flatMap((use) => {
    const right = use.kind === 'written' ? undefined : almostSessionHeader(use.name);
    return right === undefined || written.has(use.name.toLowerCase()) ? [] : [findingAt(use, right)];
  });
}

function findingAt({ kind, name, path, start, end, usedAt }: HeaderUse, right: string): Finding {
  const consequence =
    kind === 'read' ? 'so what is read here is always empty' : `so a request with ${right} is not let in`;
  return {
    rule: 'misspelled-header',
    severity: 'warning',
    path,
    start,
    end,
    message: `The browser sends ${right} and not ${name}, ${consequence}.`,
    labelText: 'almost a session header',
    labels: usedAt ? [{ ...usedAt, text: 'the header is read by that name here' }] : [],
    fixedBy: undefined,
    help: `Write '${right}'.`,
  };
}
