import { join, relative } from 'node:path';
import { explanationOf, nearestId } from '../explain/explanation.js';
import { ownPackage } from '../own-package.js';
import { renderExplanation } from '../report/explanation.js';
import { UsageError } from '../runner/errors.js';
import { EXIT_OK, type ExitCode } from '../runner/exit-codes.js';
import type { Console } from './console.js';

/** `signal-next explain <rule>`: what a rule, or a reason to refuse a call, means and what to do about it. */
export function explain(id: string, console: Console): ExitCode {
  const explanation = explanationOf(id);
  if (!explanation) {
    const nearest = nearestId(id);
    const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
    throw new UsageError(
      `There is no rule or reason '${id}'.${hint} \`signal-next rules\` lists the rules, and check says the reasons.`,
    );
  }
  const docs = pathFromHere(explanation.docs);
  console.result(renderExplanation({ ...explanation, docs }, console.resultTerminal));
  return EXIT_OK;
}

/** A file of this package as it can be opened from the current folder, in a clone as where it is installed. */
function pathFromHere(file: string): string {
  const path = join(ownPackage()?.folder ?? '', file);
  const fromHere = relative('', path);
  return fromHere.startsWith('..') ? path : fromHere;
}
