import { explanationOf, nearestId } from '../explain/explanation.js';
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
  console.result(renderExplanation(explanation, console.resultTerminal));
  return EXIT_OK;
}
