import type { NamedClient } from '../analysis/client/named-client.js';
import { SignalClients } from '../analysis/clients.js';
import type { Inclusion } from '../analysis/inclusion.js';
import type { DistinctIdPolicy, TakenBackCall } from '../analysis/model.js';
import { findProviders, type ProviderSite } from '../analysis/provider/find-provider.js';
import { type Mounts, mountsOf } from '../analysis/provider/mounts.js';
import { tracksAtMost } from '../project/git-list.js';
import type { Project } from '../project/model.js';
import { createModuleHost, type ProjectModuleHost } from '../project/module-host.js';
import { hasUntoldClients } from '../project/sdk.js';
import { filterOf, type SourceFileFilter } from '../project/source-filter.js';
import { type SkippedFile, type Survey, surveyWhenAsked } from '../project/survey.js';
import { isWritablePackage, workspacePackages } from '../project/workspace-packages.js';
import { once } from '../source/once.js';
import type { SyntaxProblem } from '../source/parse.js';
import { analyseFiles, type InspectedFiles } from './analyse-files.js';
import { mayHoldSignalCall } from './candidates.js';
import { type Decisions, decide, sdkModulesOf } from './decisions.js';
import { filesToLookAt } from './files-to-look-at.js';
import type { InspectedFile } from './inspected-file.js';
import { isCandidate, MARKING, mayHold } from './marks.js';
import { providerFiles } from './provider-places.js';
import { SourceSet } from './source-set.js';

/** Which Signal calls are looked at, and whose distinct id wins. */
export interface InspectOptions extends SourceFileFilter {
  readonly distinctId: DistinctIdPolicy;
  /** Request scopes that are refused by default; beside those of the configuration. */
  readonly include?: readonly Inclusion[];
  /** Where something begins that is to be left alone beside what the source suppresses; offsets by file. */
  readonly spared?: Spared;
  /** Calls that are left as they are, because the types did not hold with their rewrite. */
  readonly takenBack?: readonly TakenBackCall[] | undefined;
  /** How many files with Signal calls may be kept in memory as trees. */
  readonly mostTrees?: number | undefined;
  /** The files that the run is about, where it is about a few and changes nothing. */
  readonly asked?: readonly string[] | undefined;
}

/** Offsets by file. */
export type Spared = ReadonlyMap<string, ReadonlySet<number>>;

/** Everything the commands know about one app's source; `check`, `migrate` and `init` all decide from it. */
export interface Inspection extends Decisions {
  /** `files`: nothing was looked at but a few files and what they import; what is said of the app is not known. */
  readonly extent: 'app' | 'files';
  readonly project: Project;
  readonly host: ProjectModuleHost;
  readonly survey: Survey;
  /** Every source file of the project, whatever the filter. */
  readonly paths: readonly string[];
  /** The client entries whose `SignalNextProvider` counts. */
  readonly clientModules: readonly string[];
  /** Each provider with what is known of its `addTracingHeaders`. */
  readonly providers: readonly ProviderSite[];
  /** Which of them any page has. */
  readonly mounts: Mounts;
  /** The files with Signal calls or session reading, and those that hand the session on to them, as far as the filter lets them through. */
  readonly analyses: readonly InspectedFile[];
  /** Whether this run leaves files out, so that nothing can be said of what is missing. */
  readonly isPartial: boolean;
  /** How many source files the filter lets through, or the run is about. */
  readonly chosen: number;
  /** What a person should know of how the files were found, as a sentence. */
  readonly note: string | undefined;
  /** Exports that a person named as Signal clients, and that led to no Signal call. */
  readonly untaken: readonly NamedClient[];
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

/** In tracked files. So many are looked through in less time than a hook takes to start. */
const SMALL_APP = 4000;

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
  const { asked, only } = options;
  const isWanted = filterOf({ only, exclude: [...settings.exclude, ...(options.exclude ?? [])] });
  const survey = before?.survey ?? surveyWhenAsked(project, MARKING);
  const sources = new SourceSet(survey, overlay, isWanted);
  const include = new Set([...settings.include, ...(options.include ?? [])]);
  const packages = workspacePackages(project);
  const inWorkspace = include.has('workspace-packages');
  const isOfWritablePackage = (path: string): boolean =>
    inWorkspace && isWritablePackage(packages.ownerOf(path)) && isWanted(path);
  let few: readonly string[] | undefined;
  const host = createModuleHost(project, overlay, {
    paths: () => sources.paths,
    isListed: (path) => sources.isListed(path),
    isEditable: (path) => sources.isChosen(path) || isOfWritablePackage(path),
    packages,
    inWorkspace,
    mayHold: (path, word) => mayHold(sources.marksOf(path), word),
    naming: (hashes) => sources.naming(hashes),
    mayLookEverywhere: once(() => few === undefined || tracksAtMost(project.root, SMALL_APP)),
    before: before?.host,
  });
  few = asked && before === undefined ? filesToLookAt(asked, project, host) : undefined;
  if (few) sources.know(few);
  const decisions = once(() => decide(project, options, host, sources, include, few));
  const clientModules = [...new Set([...CLIENT_MODULES, project.sdk.client])];
  const providers = once(() => findProviders(sources.paths, host, { clientModules }));
  const mounts = once(() => mountsOf(providers(), host, decisions().context.layout));
  const clients = new SignalClients(host, sdkModulesOf(project), project.clients);
  const analyse = (paths: readonly string[]): InspectedFiles => {
    if (paths.length === 0) return { analyses: [], defects: [] };
    return analyseFiles(paths, host, decisions().context, clients, options.mostTrees);
  };
  // What is not asked for of a few files is not looked for, so this must not be spread.
  const known = {
    project,
    host,
    survey,
    clientModules,
    get paths() {
      return sources.paths;
    },
    get signalModule() {
      return decisions().signalModule;
    },
    get completion() {
      return decisions().completion;
    },
    get context() {
      return decisions().context;
    },
    get mounts() {
      return mounts();
    },
    get providers() {
      return providers();
    },
  };
  if (few && asked) {
    return Object.assign(known, analyse(few.filter(isWanted)), {
      extent: 'files' as const,
      isPartial: true,
      chosen: asked.filter(isWanted).length,
      skipped: [],
      note: undefined,
      untaken: [],
      problems: host.problems().filter(({ path }) => isWanted(path)),
    });
  }
  decisions();
  const analysis = analyse(candidatesIn(project, sources, host));
  // Where a provider is to be mounted has to be read, whatever it mentions.
  if (mounts().mounted.length === 0) for (const path of providerFiles(known)) host.load(path);
  return Object.assign(known, analysis, {
    extent: 'app' as const,
    isPartial: isFilter(options),
    chosen: survey.files.filter(isWanted).length,
    skipped: survey.skipped.filter(({ path }) => isWanted(path)),
    note: survey.note,
    untaken: untakenIn(analysis, clients, isFilter(options) ? [] : project.clients),
    problems: host.problems().filter(({ path }) => !sources.isDropped(path)),
  });
}

/** The files of the app, and of what it compiles from other packages, that are worth parsing. */
function candidatesIn(project: Project, sources: SourceSet, host: ProjectModuleHost): string[] {
  // Every client comes from a module of the SDK, so that without one no call is a Signal call.
  const hasClients =
    hasUntoldClients(project) ||
    host.linked().length > 0 ||
    sources.paths.some((path) => mayHold(sources.marksOf(path), 'signal-sdk'));
  const own = sources.paths.filter(
    (path) => isCandidate(sources.marksOf(path), hasClients) && sources.isChosen(path),
  );
  return [...own, ...host.linked().filter((path) => mayHoldSignalCall(host.text(path) ?? ''))];
}

/** Without a Signal call none of `named` led to one; with some, those did not that nothing takes. */
function untakenIn(
  { analyses }: InspectedFiles,
  clients: SignalClients,
  named: readonly NamedClient[],
): readonly NamedClient[] {
  if (named.length === 0) return [];
  return analyses.some(({ calls }) => calls.length > 0) ? clients.untaken() : named;
}

function isFilter({ only, exclude }: SourceFileFilter): boolean {
  return (only?.length ?? 0) + (exclude?.length ?? 0) > 0;
}
