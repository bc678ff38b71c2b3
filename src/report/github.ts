import { groupBy } from '../source/group-by.js';
import { sentence } from '../source/sentence.js';
import { safe } from './cells.js';
import { editedToo } from './findings.js';
import type { AppReport, Report, ReportedFinding } from './model.js';
import { anchorer, repositoryPath, type TextPlace } from './places.js';

type Kind = 'error' | 'warning' | 'notice';

interface Annotation {
  readonly kind: Kind;
  readonly title: string;
  readonly message: string;
  /** Undefined for what is in no file. */
  readonly at:
    | (Pick<TextPlace, 'path' | 'line'> & Partial<Pick<TextPlace, 'column' | 'endColumn'>>)
    | undefined;
}

/** GitHub keeps this many of each kind for one step, and drops the rest without a word. */
const MOST_OF_A_KIND = 10;

/**
 * Workflow commands that annotate the files in GitHub Actions, the failing ones first. When there are more than GitHub
 * keeps, one notice, which is part of that budget, says how many. Calls that wait for a person fail nothing and are
 * not among them.
 */
export function renderGithub(report: Report): string {
  const all = [
    ...report.errors.map(
      ({ message }): Annotation => ({ kind: 'error', title: 'signal-next', message, at: undefined }),
    ),
    ...report.apps.flatMap((app): Annotation[] => {
      const anchor = anchorer(app);
      const troubles = app.troubles.map(
        ({ path, message, at }): Annotation => ({
          kind: 'error',
          title: 'signal-next',
          message: `This file could not be looked into: ${message}`,
          at: { path: repositoryPath(app, path), line: at?.line ?? 1 },
        }),
      );
      const findings = app.findings
        .filter(({ status, fails, rule }) => status === 'new' && (fails || rule !== 'session-refused'))
        .map(
          (finding): Annotation => ({
            kind: kindOf(finding),
            title: `signal-next: ${finding.rule}`,
            message: [finding.message, ...toDo(finding, app)].join('\n'),
            at: anchor(finding),
          }),
        );
      return [...troubles, ...findings];
    }),
  ];
  const room: Record<Kind, number> = {
    error: MOST_OF_A_KIND,
    warning: MOST_OF_A_KIND,
    notice: MOST_OF_A_KIND - 1,
  };
  const kept = all.filter(({ kind }) => {
    room[kind] -= 1;
    return room[kind] >= 0;
  });
  const rest = all.length - kept.length;
  const more: Annotation = {
    kind: 'notice',
    title: 'signal-next',
    message: `${rest} more ${rest === 1 ? 'finding is' : 'findings are'} in the log of this step; GitHub shows ${MOST_OF_A_KIND} of a kind.`,
    at: undefined,
  };
  return [...kept, ...(rest > 0 ? [more] : [])].map((one) => `${command(one)}\n`).join('');
}

function kindOf({ severity }: ReportedFinding): Kind {
  return severity === 'note' ? 'notice' : severity;
}

function toDo(
  { path: own, added, addedElsewhere, fixedBy, help }: ReportedFinding,
  app: AppReport,
): string[] {
  const lines = [...groupBy(added, ({ path }) => path)].flatMap(([path, group]) => [
    path === own ? 'Add:' : `Add in ${repositoryPath(app, path)}:`,
    ...group.map(({ text }) => `  ${text.trim()}`),
  ]);
  const elsewhere = addedElsewhere.map((path) => repositoryPath(app, path));
  if (elsewhere.length > 0) lines.push(sentence(editedToo(elsewhere)));
  if (fixedBy !== undefined) return [...lines, `Run: ${app.commands[fixedBy]}`];
  return help === undefined ? [] : [help];
}

/** The place is repeated in the message, because the log shows no properties. */
function command({ kind, title, message, at }: Annotation): string {
  const properties = [
    ...(at === undefined ? [] : [`file=${property(at.path)}`, `line=${at.line}`, `endLine=${at.line}`]),
    ...(at?.column === undefined ? [] : [`col=${at.column}`, `endColumn=${at.endColumn ?? at.column}`]),
    `title=${property(title)}`,
  ];
  const place =
    at === undefined ? '' : `${safe(at.path)}:${at.line}${at.column === undefined ? '' : `:${at.column}`} `;
  return `::${kind} ${properties.join(',')}::${data(place + shown(message))}`;
}

/** A text of several lines as the log is to show it: nothing in it can drive a terminal. */
function shown(text: string): string {
  return text
    .split(/\r\n|[\n\r]/)
    .map((line) => safe(line))
    .join('\n');
}

/** Escapes the data of a workflow command, so that it stays one line and one command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
