import { findSignalModule, isWhole, type SignalModule } from '../analysis/find-signal-module.js';
import type { Inclusion } from '../analysis/inclusion.js';
import type { AnalysisContext, SessionReader } from '../analysis/model.js';
import { PACKAGE_TYPE } from '../analysis/session-reader.js';
import { SDK_MODULES } from '../analysis/signal-module.js';
import type { Project } from '../project/model.js';
import type { ProjectModuleHost } from '../project/module-host.js';
import { OWN_PACKAGE } from '../project/sdk.js';
import { languageOf } from '../source/parse.js';
import type { InspectOptions } from './inspect.js';
import { isLikeSignalModule } from './marks.js';
import type { Plan } from './plan.js';
import { planSignalModule, unwantedCompletion } from './plan-signal-module.js';
import type { SourceSet } from './source-set.js';

/** What the verdicts of a project rest on. */
export interface Decisions {
  readonly signalModule: SignalModule;
  /** What creates the Signal module, or completes it with a `getSessionInfo` that takes every session source. */
  readonly completion: Plan;
  readonly context: AnalysisContext;
}

/** The modules of the SDK that make clients, that of the project among them. */
export function sdkModulesOf({ sdk }: Project): readonly string[] {
  return [...new Set<string>([...SDK_MODULES, sdk.server])];
}

/** @param few where the Signal module is looked for first; all files where that does not settle it. */
export function decide(
  project: Project,
  options: InspectOptions,
  host: ProjectModuleHost,
  sources: SourceSet,
  include: ReadonlySet<Inclusion>,
  few: readonly string[] | undefined,
): Decisions {
  const { settings } = project;
  const sdkModules = sdkModulesOf(project);
  const layout = { routers: project.routers, pageExtensions: project.config.pageExtensions };
  const generated = `${project.sourceRoot === 'src' ? 'src/' : ''}lib/signal-server.${project.language}`;
  const among = (paths: readonly string[], linked: readonly string[]): SignalModule =>
    findSignalModule(paths, host, layout, sdkModules, generated, linked);
  const amongAll = (): SignalModule =>
    among(
      sources.paths.filter((path) => isLikeSignalModule(sources.marksOf(path))),
      host.linked(),
    );
  const near = few && among([...new Set([generated, ...few])], []);
  const found = near && isWhole(near) ? near : amongAll();
  // A client that a person named is built somewhere, so a new module must not build another.
  const signalModule: SignalModule =
    found.kind === 'absent' && project.clients.length > 0 ? { ...found, clientElsewhere: true } : found;
  const completion =
    unwantedCompletion(project, signalModule, host) ??
    planSignalModule(project, signalModule, host, sdkModules, () => sources.paths);
  const context: AnalysisContext = {
    host,
    layout,
    nextMajor: project.next.major,
    cacheComponents: project.config.cacheComponents,
    output: project.config.output,
    sdkModules,
    reader: completion.refusals.length > 0 ? undefined : readerOf(signalModule, project.sdk),
    distinctId: options.distinctId,
    include,
    isExempt: (rule, path, start) =>
      settings.rules[rule] === 'off' || (options.spared?.get(path)?.has(start) ?? false),
    callsReadClock: project.sdk.name === OWN_PACKAGE,
    takenBack: options.takenBack,
    isFormatted: project.isFormatted,
  };
  return { signalModule, completion, context };
}

/** The reader as it is, or as the plan will make it. */
function readerOf(signalModule: SignalModule, sdk: Project['sdk']): SessionReader {
  const module = { kind: 'file', path: signalModule.path } as const;
  if (signalModule.kind === 'absent')
    return { module, exportName: 'getSessionInfo', narrow: undefined, type: { module, name: 'SessionInfo' } };
  const { path, facts } = signalModule;
  const { reader } = facts;
  // A narrow reader's own type serves its callers; completing would add ours under another name.
  const own = reader.kind === 'narrow' && facts.exportsSessionInfo ? 'SessionInfo' : facts.typeName;
  const isUntyped = own === undefined && languageOf(path) === 'js';
  const elsewhere = sdk.name === OWN_PACKAGE ? PACKAGE_TYPE : undefined;
  return {
    module,
    exportName: facts.readerName,
    narrow: reader.kind === 'narrow' ? { exportName: reader.name, accepts: reader.accepts } : undefined,
    type: isUntyped ? elsewhere : { module, name: own ?? 'SessionInfo' },
  };
}
