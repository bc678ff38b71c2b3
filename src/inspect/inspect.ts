import { analyzeProject } from '../analysis/analyze-project.js';
import { SignalClients } from '../analysis/clients.js';
import { findSignalModule, type SignalModule } from '../analysis/find-signal-module.js';
import type { Inclusion } from '../analysis/inclusion.js';
import type {
  AnalysisContext,
  DistinctIdPolicy,
  FileAnalysis,
  SessionReader,
  TakenBackCall,
} from '../analysis/model.js';
import { isOfAnotherPackage } from '../analysis/project-files.js';
import { findProviders, type ProviderSite } from '../analysis/provider/find-provider.js';
import { SDK_MODULES } from '../analysis/signal-module.js';
import type { Project } from '../project/model.js';
import { createModuleHost, type ProjectModuleHost } from '../project/module-host.js';
import { OWN_PACKAGE } from '../project/sdk.js';
import { filterOf, type SourceFileFilter } from '../project/source-filter.js';
import { type SkippedFile, type Survey, surveySources } from '../project/survey.js';
import { isWritablePackage, workspacePackages } from '../project/workspace-packages.js';
import type { SyntaxProblem } from '../source/parse.js';
import { mayHoldSignalCall } from './candidates.js';
import { isCandidate, isLikeSignalModule, MARKING, marksOfText, mayHold } from './marks.js';
import type { Plan } from './plan.js';
import { planSignalModule, unwantedCompletion } from './plan-signal-module.js';

/** Which Signal calls are looked at, and whose distinct id wins. */
export interface InspectOptions extends SourceFileFilter {
  readonly distinctId: DistinctIdPolicy;
  /** Whether what was seen in the same content before is kept in `node_modules/.cache`, and used. */
  readonly cache?: boolean | undefined;
  /** Request scopes that are refused by default; beside those of the configuration. */
  readonly include?: readonly Inclusion[];
  /** Where something begins that is to be left alone beside what the source suppresses; offsets by file. */
  readonly spared?: Spared;
  /** Calls that are left as they are, because the types did not hold with their rewrite. */
  readonly takenBack?: readonly TakenBackCall[] | undefined;
}

/** Offsets by file. */
export type Spared = ReadonlyMap<string, ReadonlySet<number>>;

/** Everything the commands know about one app's source; `check`, `migrate` and `init` all decide from it. */
export interface Inspection {
  readonly project: Project;
  readonly context: AnalysisContext;
  readonly host: ProjectModuleHost;
  readonly survey: Survey;
  /** Every source file of the project, whatever the filter. */
  readonly paths: readonly string[];
  readonly signalModule: SignalModule;
  /** What creates the Signal module, or completes it with a `getSessionInfo` that takes every session source. */
  readonly completion: Plan;
  /** The client entries whose `SignalNextProvider` counts. */
  readonly clientModules: readonly string[];
  /** Each provider with what is known of its `addTracingHeaders`. */
  readonly providers: readonly ProviderSite[];
  /** The files with Signal calls or session reading, and those that hand the session on to them, as far as the filter lets them through. */
  readonly analyses: readonly FileAnalysis[];
  /** Whether a filter of this run leaves files out, so that nothing can be said of what is missing. */
  readonly isPartial: boolean;
  /** How many source files the filter lets through. */
  readonly chosen: number;
  readonly skipped: readonly SkippedFile[];
  /** What could not be read or parsed, among the files that the filter lets through. */
  readonly problems: readonly SyntaxProblem[];
  /** Files that our own analysis failed on; each alone is left out. */
  readonly defects: readonly { readonly path: string; readonly message: string }[];
}

/** What an inspection can take over from an earlier one. */
export interface Before {
  readonly survey: Survey;
  readonly host: Pick<ProjectModuleHost, 'parsed'>;
}

/** The client entries that count whichever package the project lists. */
const CLIENT_MODULES = ['signal-next/client', '@signal-js/nextjs/client'];

/**
 * Reads and analyses the project's source files; writes nothing and runs none of its code.
 * @param overlay staged texts that take the place of what is on disk.
 * @param before what is known of the same project from before, of which nothing but the staged texts has changed since.
 */
export function inspectProject(
  project: Project,
  options: InspectOptions,
  overlay: ReadonlyMap<string, string> = new Map(),
  before?: Before,
): Inspection {
  const { settings } = project;
  const filter = { only: options.only, exclude: [...settings.exclude, ...(options.exclude ?? [])] };
  const survey = before?.survey ?? surveySources(project, MARKING, options.cache);
  const staged = new Map([...overlay].filter(([path]) => /\.[cm]?[jt]sx?$/.test(path)));
  const stagedMarks = new Map([...staged].map(([path, text]) => [path, marksOfText(text)]));
  const marksOf = (path: string): number => stagedMarks.get(path) ?? survey.marksOf(path);
  const own = new Set(survey.files);
  const news = [...staged.keys()].filter((path) => !own.has(path) && !isOfAnotherPackage(path));
  const paths = news.length > 0 ? [...survey.files, ...news].sort() : survey.files;
  for (const path of news) own.add(path);
  const isWanted = filterOf(filter);
  const isChosen = (path: string): boolean => own.has(path) && (staged.has(path) || isWanted(path));
  const isDropped = (path: string): boolean => own.has(path) && !isChosen(path);
  const include = new Set([...settings.include, ...(options.include ?? [])]);
  const packages = workspacePackages(project);
  const isEditable = include.has('workspace-packages')
    ? (path: string): boolean =>
        isChosen(path) || (isWritablePackage(packages.ownerOf(path)) && isWanted(path))
    : isChosen;
  const host = createModuleHost(project, overlay, {
    paths,
    isEditable,
    packages,
    inWorkspace: include.has('workspace-packages'),
    mayHold: (path, word) => mayHold(marksOf(path), word),
    before: before?.host,
  });

  const sdkModules = [...new Set<string>([...SDK_MODULES, project.sdk.server])];
  const layout = { routers: project.routers, pageExtensions: project.config.pageExtensions };
  const generated = `${project.sourceRoot === 'src' ? 'src/' : ''}lib/signal-server.${project.language}`;
  const modules = paths.filter((path) => isLikeSignalModule(marksOf(path)));
  const found = findSignalModule(modules, host, layout, sdkModules, generated, host.linked());
  // A client that a person named is built somewhere, so a new module must not build another.
  const signalModule: SignalModule =
    found.kind === 'absent' && project.clients.length > 0 ? { ...found, clientElsewhere: true } : found;
  const completion =
    unwantedCompletion(project, signalModule, host) ??
    planSignalModule(project, signalModule, host, sdkModules, paths);
  const reader = completion.refusals.length > 0 ? undefined : readerOf(signalModule);
  const context: AnalysisContext = {
    host,
    layout,
    nextMajor: project.next.major,
    cacheComponents: project.config.cacheComponents,
    output: project.config.output,
    sdkModules,
    reader,
    distinctId: options.distinctId,
    include,
    isExempt: (rule, path, start) =>
      settings.rules[rule] === 'off' || (options.spared?.get(path)?.has(start) ?? false),
    callsReadClock: project.sdk.name === OWN_PACKAGE,
    takenBack: options.takenBack,
    isFormatted: project.isFormatted,
  };
  const clients = new SignalClients(host, sdkModules, project.clients);
  // Every client comes from a module of the SDK, so that without one no call is a Signal call.
  const hasClients =
    project.clients.length > 0 ||
    !SDK_MODULES.some((module) => module === project.sdk.server) ||
    host.linked().length > 0 ||
    paths.some((path) => mayHold(marksOf(path), 'signal-sdk'));
  const likely = paths.filter((path) => isCandidate(marksOf(path), hasClients) && isChosen(path));
  const likelyLinked = host.linked().filter((path) => mayHoldSignalCall(host.text(path) ?? ''));
  const candidates = [...likely, ...likelyLinked].flatMap((path) => host.load(path) ?? []);
  const { analyses, defects } = analyzeProject(candidates, context, clients);
  const clientModules = [...new Set([...CLIENT_MODULES, project.sdk.client])];
  const providers = findProviders(paths, host, { clientModules });
  return {
    project,
    context,
    host,
    paths,
    signalModule,
    completion,
    clientModules,
    providers,
    analyses,
    survey,
    isPartial: isFilter(options),
    chosen: survey.files.filter(isWanted).length,
    skipped: survey.skipped.filter(({ path }) => isWanted(path)),
    problems: host.problems().filter(({ path }) => !isDropped(path)),
    defects,
  };
}

function isFilter({ only, exclude }: SourceFileFilter): boolean {
  return (only?.length ?? 0) + (exclude?.length ?? 0) > 0;
}

/** The reader as it is, or as the plan will make it. */
function readerOf(signalModule: SignalModule): SessionReader {
  if (signalModule.kind === 'absent') {
    return {
      module: { kind: 'file', path: signalModule.path },
      exportName: 'getSessionInfo',
      narrow: undefined,
      typeName: 'SessionInfo',
    };
  }
  const { path, facts } = signalModule;
  const { reader } = facts;
  return {
    module: { kind: 'file', path },
    exportName: facts.readerName,
    narrow: reader.kind === 'narrow' ? { exportName: reader.name, accepts: reader.accepts } : undefined,
    // A narrow reader's own type serves its callers; completing would add ours under another name.
    typeName:
      reader.kind === 'narrow' && facts.exportsSessionInfo
        ? 'SessionInfo'
        : (facts.typeName ?? 'SessionInfo'),
  };
}
