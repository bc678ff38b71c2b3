import { closedLists } from '../analysis/cross-origin.js';
import { unawaitedCalls } from '../analysis/event-delivery.js';
import { headerUses } from '../analysis/header-uses.js';
import type { ModuleHost } from '../analysis/module-host.js';
import { onlyQueues } from '../analysis/queueing-clients.js';
import { isTestFile } from '../analysis/route-files.js';
import { almostSessionHeader, holdsAlmostHeader } from '../analysis/session-header-names.js';
import { corsHeadersNotAllowed } from '../rules/cors-headers-not-allowed.js';
import { eventMayBeLost } from '../rules/event-may-be-lost.js';
import type { Finding } from '../rules/finding.js';
import { misspelledHeaders } from '../rules/misspelled-header.js';
import { placeholderDistinctId, placeholdersGiven } from '../rules/placeholder-distinct-id.js';
import { providerFinding, providerMissing, providerMissingIn } from '../rules/provider.js';
import { sessionLost } from '../rules/session-lost.js';
import { sessionNotForwarded } from '../rules/session-not-forwarded.js';
import { sessionRefused, sessionWithheld } from '../rules/session-refused.js';
import { signalModuleFinding } from '../rules/signal-module.js';
import { signalModuleOutdated } from '../rules/signal-module-outdated.js';
import { syncHeaders } from '../rules/sync-headers.js';
import { tracingHostUnmatchable } from '../rules/tracing-host-unmatchable.js';
import { unreasonedSuppression } from '../rules/unreasoned-suppression.js';
import { byCodeUnit } from '../source/order.js';
import type { SourceFile } from '../source/parse.js';
import { REEXPORT } from '../source/specifiers.js';
import type { Inspection } from './inspect.js';
import type { Plan } from './plan.js';
import { outdatedModuleParts, planModuleUpdate } from './plan-module-update.js';
import { DEFAULT_TRACING, providerPlanner } from './plan-provider.js';
import { bareProviderPlaces } from './provider-places.js';
import { type Found, suppressFindings } from './suppressed-findings.js';

/**
 * Everything that was found, suppressed or not, in the order of the files; what a command fixes comes before advice.
 * A finding is an error exactly when a command has a change for it: what the plans refuse is a warning that says why.
 * What the configuration says of a rule goes before both.
 */
export async function foundIn(inspection: Inspection): Promise<Found[]> {
  const { rules } = inspection.project.settings;
  const found = suppressFindings(firstOfEachPlace(await rawFindings(inspection)), inspection);
  return found
    .flatMap((one): Found[] => {
      const severity = rules[one.finding.rule];
      if (severity === 'off') return [];
      return [severity === undefined ? one : { ...one, finding: { ...one.finding, severity } }];
    })
    .sort(({ finding: a }, { finding: b }) => {
      return rankOf(a) - rankOf(b) || byCodeUnit(a.path, b.path) || a.start - b.start;
    });
}

async function rawFindings(inspection: Inspection): Promise<Finding[]> {
  return [
    ...(inspection.extent === 'app' ? await appFindings(inspection) : []),
    ...headerFindings(inspection),
    ...deliveryFindings(inspection),
    ...inspection.analyses.flatMap((analysis) => [
      ...analysis.syncHeaders.map((call) => syncHeaders(analysis.file.path, call)),
      ...analysis.calls.map(sessionNotForwarded),
      ...analysis.calls.flatMap(sessionLost),
      ...analysis.calls.map(sessionRefused),
      ...analysis.calls.flatMap((call) => call.withheldAt.map((one) => sessionWithheld(call, one))),
      ...analysis.calls.map(placeholderDistinctId),
      ...analysis.calls.flatMap(placeholdersGiven),
      ...analysis.suppressions.broken.map((comment) => unreasonedSuppression(analysis.file.path, comment)),
    ]),
  ].filter((finding) => finding !== undefined);
}

/** What is said of the Signal module and the providers. */
async function appFindings(inspection: Inspection): Promise<(Finding | undefined)[]> {
  const { signalModule, completion } = inspection;
  const moduleFinding = signalModuleFinding(signalModule);
  const outdated = signalModuleOutdated(signalModule.path, outdatedModuleParts(inspection));
  return [
    ...(moduleFinding ? [asPlanned(moduleFinding, completion)] : []),
    ...(outdated ? [asPlanned(outdated, planModuleUpdate(inspection))] : []),
    ...(await providerFindings(inspection)),
    ...inspection.providers.flatMap(tracingHostUnmatchable),
  ];
}

const REPEATED: ReadonlySet<Finding['rule']> = new Set([
  'session-lost',
  'session-refused',
  'tracing-host-unmatchable',
  'misspelled-header',
  'placeholder-distinct-id',
]);

/**
 * Several Signal calls may be reached through one call of a helper, one list be given to several providers, and one name
 * of a header be used in several places.
 */
function firstOfEachPlace(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, path, start }) => {
    const place = `${rule} ${start} ${path}`;
    if (!REPEATED.has(rule)) return true;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

/** What the files with Signal calls, and those that name its headers, do with headers. */
function headerFindings(inspection: Inspection): Finding[] {
  const { analyses } = inspection;
  if (analyses.length === 0) return [];
  const files = analyses.map(({ file }) => file);
  const { host } = inspection.context;
  const named = files.filter(({ text }) => holdsAlmostHeader(text));
  const reading = named.length > 0 ? [...files, ...usersOfNames(named, files, host)] : [];
  const uses = reading.flatMap((file) => headerUses(file, host));
  return [
    ...misspelledHeaders(uses),
    ...closedLists(analyses, inspection.context).map(corsHeadersNotAllowed),
  ];
}

/** A name that is almost that of a header, in quotes. */
function givesAlmostHeader({ text }: SourceFile): boolean {
  const words = /\bexport/.test(text) ? (text.match(/(?<=['"`])[\w.-]+(?=['"`])/g) ?? []) : [];
  return words.some((word) => almostSessionHeader(word) !== undefined);
}

/** The files beside `known` that may take the name of a header from one of `named`, through barrels too. */
function usersOfNames(
  named: readonly SourceFile[],
  known: readonly SourceFile[],
  host: ModuleHost,
): SourceFile[] {
  const seen = new Set(known.map(({ path }) => path));
  const queue = named.filter(givesAlmostHeader).map(({ path }) => path);
  const found: SourceFile[] = [];
  for (const path of queue) {
    for (const user of host.users?.(path) ?? []) {
      if (seen.has(user) || isTestFile(user) || !(host.isEditable?.(user) ?? true)) continue;
      seen.add(user);
      const file = host.load(user);
      if (file) found.push(file);
      if (REEXPORT.test(file?.text ?? '')) queue.push(user);
    }
  }
  return found;
}

/** A server that lives on sends what is queued in its own time, and a client that was named may do as it likes. */
function deliveryFindings(inspection: Inspection): Finding[] {
  const { analyses, context, project } = inspection;
  if (analyses.length === 0 || project.config.output !== 'default' || project.clients.length > 0) return [];
  const files = analyses.map(({ file }) => file);
  if (!onlyQueues(files, context.sdkModules)) return [];
  return unawaitedCalls(analyses, context).map(eventMayBeLost);
}

function rankOf({ severity, rule }: Finding): number {
  if (severity !== 'error') return 2;
  return rule.startsWith('signal-module') || rule.startsWith('provider') ? 0 : 1;
}

async function providerFindings(inspection: Inspection): Promise<Finding[]> {
  const { providers, project, mounts } = inspection;
  const found = [
    ...providers.map(providerFinding).filter((finding) => finding !== undefined),
    ...bareProviderPlaces(inspection).map(({ path }) => providerMissingIn(path)),
  ];
  const isMissing = mounts.mounted.length === 0;
  if (!isMissing && found.every(({ fixedBy }) => fixedBy === undefined)) return found;
  const plan = (await providerPlanner(inspection))(inspection, DEFAULT_TRACING);
  const planned = found.map((finding) =>
    finding.fixedBy === undefined ? finding : asPlanned(finding, plan),
  );
  if (!isMissing) return planned;
  const [place] = [...plan.changes, ...plan.refusals];
  const path = place?.path ?? project.routers.app ?? project.routers.pages ?? 'app';
  return [asPlanned(providerMissing(path, mounts.idle[0]?.site.path), plan), ...planned];
}

/** The finding as it stands when the plan has a change for it, else as advice with what the plan says instead. */
function asPlanned(finding: Finding, { changes, refusals }: Plan): Finding {
  if (changes.length > 0) return finding;
  const refusal = refusals.find(({ path }) => path === finding.path) ?? refusals[0];
  const place = refusal === undefined || refusal.path === finding.path ? '' : `${refusal.path}: `;
  const help = refusal && `${place}${refusal.why} ${refusal.instead}`;
  // What stands at the top of a file says what would be written there.
  const labelText = finding.end === 0 ? 'this is left to you' : finding.labelText;
  return { ...finding, severity: 'warning', labelText, fixedBy: undefined, help };
}
