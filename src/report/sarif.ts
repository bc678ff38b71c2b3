import type { Log, Notification, ReportingDescriptor, Result, Run } from 'sarif';
import { RULES, type RuleInfo } from '../rules/catalogue.js';
import type { Severity } from '../rules/finding.js';
import { sentence } from '../source/sentence.js';
import { inertJson } from './inert.js';
import type { AppReport, FileTrouble, Report, ReportedFinding } from './model.js';
import { anchorer, type FileSpan, repositoryPath, type TextPlace } from './places.js';
import { hashedLineAt, lineHashes } from './rolling-hash.js';

/** GitHub rejects a run with more. */
const MOST_RESULTS = 25_000;
const ALL_RULES = Object.values(RULES);
const INDEX = new Map(ALL_RULES.map(({ id }, index) => [id, index]));

/**
 * SARIF 2.1.0 as GitHub code scanning reads it: one run for each app, each with a category of its own. What is
 * suppressed or in the baseline is left out, because GitHub would show it as open.
 */
export function renderSarif(report: Report): string {
  const notifications = report.errors.map(({ message }) => notification(message));
  const runs = report.apps.map((app) => runOf(report, app, categoryOf(app, report.apps), notifications));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: runs.length > 0 ? runs : [emptyRun(report, 'signal-next/', [], notifications)],
  };
  return inertJson(JSON.stringify(log, null, 2));
}

/** The text up to the last `/` is the category; two uploads of one category in a workflow run would fail. */
function categoryOf({ project, folder }: AppReport, apps: readonly AppReport[]): string {
  const isUnique = apps.filter((other) => other.project.name === project.name).length === 1;
  return `signal-next/${isUnique ? project.name : folder || project.name}/`;
}

function runOf(report: Report, app: AppReport, id: string, errors: readonly Notification[]): Run {
  const anchor = anchorer(app);
  const hashes = new Map<string, string[]>();
  const hashOf = ({ path, start }: FileSpan): string | undefined => {
    const text = app.sources.get(path);
    if (text === undefined) return undefined;
    const known = hashes.get(path) ?? lineHashes(text);
    hashes.set(path, known);
    return known[hashedLineAt(text, start)];
  };
  const results = app.findings
    .filter(({ status }) => status === 'new')
    .slice(0, MOST_RESULTS)
    .map((finding) => resultOf(finding, app.commands, anchor, hashOf(finding)));
  const troubles = app.troubles.map((trouble) => troubleNotification(app, trouble));
  return emptyRun(report, id, results, [...errors, ...troubles]);
}

function emptyRun(
  { tool }: Report,
  id: string,
  results: Result[],
  toolExecutionNotifications: Notification[],
): Run {
  return {
    tool: {
      driver: {
        name: tool.name,
        semanticVersion: tool.version,
        rules: ALL_RULES.map(descriptorOf),
      },
    },
    automationDetails: { id },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
    invocations: [
      {
        executionSuccessful: toolExecutionNotifications.length === 0,
        ...(toolExecutionNotifications.length > 0 ? { toolExecutionNotifications } : {}),
      },
    ],
    results,
  };
}

function descriptorOf({ id, name, summary, consequence, severity, fixedBy }: RuleInfo): ReportingDescriptor {
  const toDo = fixedBy === undefined ? '' : ` \`npx signal-next ${fixedBy}\` fixes it.`;
  const more = `\`npx signal-next explain ${id}\` says more.`;
  const markdown = `${summary}\n\n${consequence}${toDo}\n\n${more}`;
  return {
    id,
    name,
    shortDescription: { text: summary },
    fullDescription: { text: `${summary} ${consequence}` },
    help: { text: markdown.replaceAll('`', ''), markdown },
    defaultConfiguration: { level: severity },
    properties: {
      tags: ['analytics', 'next.js'],
      precision: 'very-high',
      'problem.severity': severity === 'note' ? 'recommendation' : severity,
    },
  };
}

function resultOf(
  finding: ReportedFinding,
  commands: AppReport['commands'],
  anchor: (at: FileSpan) => TextPlace,
  hash: string | undefined,
): Result {
  const { rule, message, help, fixedBy, labels, identity } = finding;
  const toDo = fixedBy === undefined ? (help ?? '') : `\`${commands[fixedBy]}\` fixes it.`;
  const related = labels.map((label, index) => ({
    id: index + 1,
    message: { text: label.text },
    ...locationOf(anchor(label)),
  }));
  return {
    ruleId: rule,
    ruleIndex: INDEX.get(rule) ?? -1,
    level: levelOf(finding),
    message: { text: `${sentence(message)}${toDo === '' ? '' : ` ${toDo}`}` },
    locations: [locationOf(anchor(finding))],
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    partialFingerprints: {
      ...(hash === undefined ? {} : { primaryLocationLineHash: hash }),
      'signalNextIdentity/v1': identity(),
    },
  };
}

/** A call that is refused waits for a person and fails nothing. */
function levelOf({ rule, severity, fails }: ReportedFinding): Severity {
  return rule === 'session-refused' && !fails ? 'note' : severity;
}

function locationOf({ path, line, column, endColumn }: TextPlace): NonNullable<Result['locations']>[number] {
  return {
    physicalLocation: {
      artifactLocation: artifactOf(path),
      region: { startLine: line, startColumn: column, endLine: line, endColumn },
    },
  };
}

/** `[slug]`, spaces and non-ASCII are not legal in a URI; `(group)` and `@slot` are. */
function artifactOf(path: string) {
  const uri = path
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeSegment)
    .join('/');
  return { uri, uriBaseId: '%SRCROOT%' };
}

/** What `encodeURI` leaves alone but a path may not hold. */
function encodeSegment(segment: string): string {
  return encodeURI(segment).replace(/[?#:;]/g, encodeURIComponent);
}

function notification(text: string): Notification {
  return { level: 'error', message: { text } };
}

function troubleNotification(app: AppReport, { path, message, at }: FileTrouble): Notification {
  const physicalLocation = {
    artifactLocation: artifactOf(repositoryPath(app, path)),
    ...(at ? { region: { startLine: at.line, startColumn: at.column } } : {}),
  };
  return {
    ...notification(`${path} could not be looked into: ${message}`),
    locations: [{ physicalLocation }],
  };
}
