import { SignalClients } from '../analysis/clients.js';
import { findSignalModule, isWhole, type SignalModule } from '../analysis/find-signal-module.js';
import type { Inclusion } from '../analysis/inclusion.js';
import type { AnalysisContext, DistinctIdPolicy, SessionReader, TakenBackCall } from '../analysis/model.js';
import { isOfAnotherPackage } from '../analysis/project-files.js';
import { findProviders, type ProviderSite } from '../analysis/provider/find-provider.js';
import { SDK_MODULES } from '../analysis/signal-module.js';
import type { Project } from '../project/model.js';
import { createModuleHost, type ProjectModuleHost } from '../project/module-host.js';
import { OWN_PACKAGE } from '../project/sdk.js';
import { filterOf, type SourceFileFilter } from '../project/source-filter.js';
import { type SkippedFile, type Survey, surveyWhenAsked } from '../project/survey.js';
import { isWritablePackage, workspacePackages } from '../project/workspace-packages.js';
import { once } from '../source/once.js';
import type { SyntaxProblem } from '../source/parse.js';
import { analyseFiles, type InspectedFiles } from './analyse-files.js';
import { mayHoldSignalCall } from './candidates.js';
import { filesToLookAt } from './files-to-look-at.js';
import type { InspectedFile } from './inspected-file.js';
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
  /** How many files with Signal calls may be kept in memory as trees. */
  readonly mostTrees?: number | undefined;
  /** The files that the run is about, where it is about a few and changes nothing. */
  readonly asked?: readonly string[] | undefined;
}

/** Offsets by file. */
export type Spared = ReadonlyMap<string, ReadonlySet<number>>;

/** Everything the commands know about one app's source; `check`, `migrate` and `init` all decide from it. */
export interface Inspection {
  /** `files`: nothing was looked at but a few files and what they import; what is said of the app is not known. */
  readonly extent: 'app' | 'files';
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
  readonly analyses: readonly InspectedFile[];
  /** Whether this run leaves files out, so that nothing can be said of what is missing. */
  readonly isPartial: boolean;
  /** How many source files the filter lets through, or the run is about. */
  readonly chosen: number;
  /** What a person should know of how the files were found, as a sentence. */
  readonly note: string | undefined;
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
  const survey = before?.survey ?? surveyWhenAsked(project, MARKING, options.cache);
  const staged = new Map([...overlay].filter(([path]) => /\.[cm]?[jt]sx?$/.test(path)));
  const stagedMarks = new Map([...staged].map(([path, text]) => [path, marksOfText(text)]));
  const marksOf = (path: string): number => stagedMarks.get(path) ?? survey.marksOf(path);
  const all = once(() => allSources(survey.files, [...staged.keys()]));
  const isWanted = filterOf(filter);
  // Known once the host is there, which asks whether files may be changed only later.
  let few: readonly string[] | undefined;
  const isNear = (path: string): boolean => !isOfAnotherPackage(path) && (few?.includes(path) ?? false);
  const isOwn = (path: string): boolean => isNear(path) || all().own.has(path);
  const isChosen = (path: string): boolean => isOwn(path) && (staged.has(path) || isWanted(path));
  const isDropped = (path: string): boolean => isOwn(path) && !isChosen(path);
  const include = new Set([...settings.include, ...(options.include ?? [])]);
  const packages = workspacePackages(project);
  const isEditable = include.has('workspace-packages')
    ? (path: string): boolean =>
        isChosen(path) || (isWritablePackage(packages.ownerOf(path)) && isWanted(path))
    : isChosen;
  const host = createModuleHost(project, overlay, {
    paths: () => all().paths,
    isListed: (path) => all.isDone() && all().own.has(path),
    isEditable,
    packages,
    inWorkspace: include.has('workspace-packages'),
    mayHold: (path, word) => mayHold(marksOf(path), word),
    before: before?.host,
  });

  const { asked } = options;
  few = asked && before === undefined ? filesToLookAt(asked, project, host) : undefined;
  const sdkModules = [...new Set<string>([...SDK_MODULES, project.sdk.server])];
  const layout = { routers: project.routers, pageExtensions: project.config.pageExtensions };
  const generated = `${project.sourceRoot === 'src' ? 'src/' : ''}lib/signal-server.${project.language}`;

  const signalModuleAmong = (paths: readonly string[], linked: readonly string[]): SignalModule => {
    const found = findSignalModule(paths, host, layout, sdkModules, generated, linked);
    // A client that a person named is built somewhere, so a new module must not build another.
    return found.kind === 'absent' && project.clients.length > 0
      ? { ...found, clientElsewhere: true }
      : found;
  };
  const decisions = once(() => {
    const near = few && signalModuleAmong([generated, ...few.filter((path) => path !== generated)], []);
    const signalModule =
      near && isWhole(near)
        ? near
        : signalModuleAmong(
            all().paths.filter((path) => isLikeSignalModule(marksOf(path))),
            host.linked(),
          );
    const completion =
      unwantedCompletion(project, signalModule, host) ??
      planSignalModule(project, signalModule, host, sdkModules, () => all().paths);
    const context: AnalysisContext = {
      host,
      layout,
      nextMajor: project.next.major,
      cacheComponents: project.config.cacheComponents,
      output: project.config.output,
      sdkModules,
      reader: completion.refusals.length > 0 ? undefined : readerOf(signalModule),
      distinctId: options.distinctId,
      include,
      isExempt: (rule, path, start) =>
        settings.rules[rule] === 'off' || (options.spared?.get(path)?.has(start) ?? false),
      callsReadClock: project.sdk.name === OWN_PACKAGE,
      takenBack: options.takenBack,
      isFormatted: project.isFormatted,
    };
    return { signalModule, completion, context };
  });

  const likelyOfAll = (): string[] => {
    const { paths } = all();
    // Every client comes from a module of the SDK, so that without one no call is a Signal call.
    const hasClients =
      project.clients.length > 0 ||
      !SDK_MODULES.some((module) => module === project.sdk.server) ||
      host.linked().length > 0 ||
      paths.some((path) => mayHold(marksOf(path), 'signal-sdk'));
    const likely = paths.filter((path) => isCandidate(marksOf(path), hasClients) && isChosen(path));
    return [...likely, ...host.linked().filter((path) => mayHoldSignalCall(host.text(path) ?? ''))];
  };
  const analyse = (paths: readonly string[]): InspectedFiles => {
    if (paths.length === 0) return { analyses: [], defects: [] };
    const clients = new SignalClients(host, sdkModules, project.clients);
    return analyseFiles(paths, host, decisions().context, clients, options.mostTrees);
  };
  const clientModules = [...new Set([...CLIENT_MODULES, project.sdk.client])];
  const providers = once(() => findProviders(all().paths, host, { clientModules }));
  // What is not asked for of a few files is not looked for, so this must not be spread.
  const known = {
    project,
    host,
    survey,
    clientModules,
    get paths() {
      return all().paths;
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
      problems: host.problems().filter(({ path }) => isWanted(path)),
    });
  }
  decisions();
  const analysis = analyse(likelyOfAll());
  providers();
  return Object.assign(known, analysis, {
    extent: 'app' as const,
    isPartial: isFilter(options),
    chosen: survey.files.filter(isWanted).length,
    skipped: survey.skipped.filter(({ path }) => isWanted(path)),
    note: survey.note,
    problems: host.problems().filter(({ path }) => !isDropped(path)),
  });
}

/** The project's sources with those that are only staged. */
function allSources(
  listed: readonly string[],
  staged: readonly string[],
): { readonly paths: readonly string[]; readonly own: ReadonlySet<string> } {
  const own = new Set(listed);
  const news = staged.filter((path) => !own.has(path) && !isOfAnotherPackage(path));
  for (const path of news) own.add(path);
  return { paths: news.length > 0 ? [...listed, ...news].sort() : listed, own };
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
