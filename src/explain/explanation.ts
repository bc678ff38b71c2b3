import { REASON_IDS, type ReasonId, reasonText } from '../analysis/reasons.js';
import { isRuleId, RULE_IDS, RULES } from '../rules/catalogue.js';
import type { RuleId, Severity } from '../rules/finding.js';
import { editDistance } from '../source/edit-distance.js';
import { REFUSAL_EXAMPLES } from './refusal-examples.js';
import { RULE_EXAMPLES } from './rule-examples.js';

/** What there is to say of a rule, or of a reason to refuse a Signal call. */
export interface Explanation {
  readonly id: string;
  readonly severity: Severity;
  /** One sentence each: what it is, what it costs or why that is so, and what is to be known of the example. */
  readonly sentences: readonly string[];
  readonly example: Example;
  /** The command that fixes it. */
  readonly fixedBy: 'migrate' | 'init' | undefined;
  readonly fix: string;
  /** The comment that suppresses it; undefined for what has no line of its own, or one that takes no comment. */
  readonly suppression: string | undefined;
  /** The page that says more, from the folder of this package. */
  readonly docs: string;
}

export interface Example {
  readonly path: string;
  /** Empty where the file is missing. */
  readonly before: string;
  readonly after: string;
  /** What is marked in `before`. */
  readonly mark: { readonly start: number; readonly end: number; readonly text: string } | undefined;
}

/** The explanation of a rule or of a reason by its id; undefined for anything else. */
export function explanationOf(id: string): Explanation | undefined {
  if (isRuleId(id)) return ofRule(id);
  return isReasonId(id) ? ofReason(id) : undefined;
}

/** The rule or reason whose id is nearest to what was asked for, where one is near. */
export function nearestId(text: string): string | undefined {
  const asked = text.toLowerCase();
  const [best] = [...RULE_IDS, ...REASON_IDS]
    .map((id) => ({ id, distance: id.includes(asked) && asked.length > 3 ? 1 : editDistance(asked, id) }))
    .sort((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.max(2, Math.floor(best.id.length / 3)) ? best.id : undefined;
}

function isReasonId(id: string): id is ReasonId {
  return (REASON_IDS as readonly string[]).includes(id);
}

function ofRule(id: RuleId): Explanation {
  const { severity, summary, consequence, fixedBy, docsUrl } = RULES[id];
  const { path, label, marked, note, fix, ...example } = RULE_EXAMPLES[id];
  const before = example.before.trimStart();
  const start = marked === undefined ? -1 : before.indexOf(marked);
  // JSON takes no comment, and one more of them is no answer to a suppression that is wrong.
  const mayBeSuppressed = !path.endsWith('.json') && !id.includes('suppression');
  const mark = start === -1 ? undefined : { start, end: start + (marked?.length ?? 0), text: label };
  return {
    id,
    severity,
    sentences: [summary, consequence, ...(note === undefined ? [] : [note])],
    example: { path, before, after: example.after.trimStart(), mark },
    fixedBy,
    fix: plain(fix),
    suppression: mark && mayBeSuppressed ? suppressionOf(id) : undefined,
    docs: docsUrl,
  };
}

function ofReason(id: ReasonId): Explanation {
  const { title, why, instead } = reasonText(id);
  const { path, before, after } = REFUSAL_EXAMPLES[id];
  const text = before.trimStart();
  const method = /\b(?:capture|identify|alias|group\w*|setPersonProperties\w*)\b(?=[\s(])/.exec(text);
  const mark = method && { start: method.index, end: method.index + method[0].length, text: title };
  return {
    id,
    severity: RULES['session-refused'].severity,
    sentences: [`A reason to leave a Signal call as it is: ${asClause(title)}.`, why],
    example: { path, before: text, after: after.trimStart(), mark: mark ?? undefined },
    fixedBy: undefined,
    fix: instead,
    suppression: suppressionOf('session-refused'),
    docs: 'docs/refusals.md',
  };
}

/** Some titles say what the call does; the others are whole clauses. */
function asClause(title: string): string {
  return /^(?:answers|belongs|goes|is|runs|sends|stands|would)\b/.test(title) ? `it ${title}` : title;
}

function suppressionOf(id: RuleId): string {
  return `// signal-next-ignore-next-line ${id}: <reason>`;
}

/** Links say only their text in a terminal. */
function plain(markdown: string): string {
  return markdown.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1');
}
