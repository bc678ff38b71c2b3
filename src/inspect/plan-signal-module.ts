import { completeSignalModule } from '../../transforms/signal-module/complete-signal-module.js';
import { mayConstructClient, type SignalModule } from '../analysis/find-signal-module.js';
import { readSuppressions, suppressionOf } from '../analysis/suppressions.js';
import { renderSessionModule, renderSessionPart, renderSignalModule } from '../init/render-template.js';
import type { Project } from '../project/model.js';
import type { ProjectModuleHost } from '../project/module-host.js';
import { neighbourStyle } from './neighbour-style.js';
import { creationOf, EMPTY_PLAN, type Plan, planOf, refusalOf } from './plan.js';

/** Whether the project has no module that reads the session from a request. */
export function lacksReader(signalModule: SignalModule): boolean {
  return signalModule.kind === 'absent' || signalModule.facts.reader.kind === 'none';
}

/** The refusal of what a comment or the configuration does not want to be written; undefined when neither says so. */
export function unwantedCompletion(
  { settings }: Project,
  signalModule: SignalModule,
  host: ProjectModuleHost,
): Plan | undefined {
  if (!lacksReader(signalModule)) return undefined;
  const { path } = signalModule;
  const rule = signalModule.kind === 'absent' ? 'signal-module-missing' : 'signal-module-incomplete';
  if (settings.rules[rule] === 'off') {
    const why = `The configuration switches ${rule} off, so getSessionInfo() is not written.`;
    return refusalOf({ path, why, instead: `Write it yourself, or take ${rule} out of "rules".` });
  }
  const file = signalModule.kind === 'absent' ? undefined : host.load(path);
  const comment = file && suppressionOf(readSuppressions(file), rule, []);
  if (!comment) return undefined;
  const why = `A comment in it suppresses ${rule} (${comment.reason}), so getSessionInfo() is not added.`;
  return refusalOf({ path, why, instead: 'Write it yourself, or remove the comment.' });
}

/** The Signal module created, or completed with a `getSessionInfo` that takes every session source. */
export function planSignalModule(
  project: Project,
  signalModule: SignalModule,
  host: ProjectModuleHost,
  sdkModules: readonly string[],
  paths: () => readonly string[],
): Plan {
  const { path } = signalModule;
  if (signalModule.kind === 'absent') {
    const unread = unreadModule(path, host);
    if (unread !== undefined) {
      const why =
        'It could not be read, and it may be the module that builds the Signal client, so none was created.';
      return refusalOf({ path: unread, why, instead: 'Correct that file and run the command again.' });
    }
    const render = (): string => {
      const style = neighbourStyle(path, neighboursOf(path, paths()), host);
      return signalModule.clientElsewhere
        ? renderSessionModule({ language: project.language, style })
        : renderSignalModule({ language: project.language, sdk: project.sdk, style });
    };
    return creationOf(path, render, 'read the session from a request');
  }
  if (signalModule.facts.reader.kind === 'complete') return EMPTY_PLAN;
  const file = host.load(path);
  if (!file) return EMPTY_PLAN;
  const part = renderSessionPart(file.language === 'js' ? 'js' : 'ts');
  return planOf(file, completeSignalModule(file, part, { sdkModules, host }), 'add getSessionInfo');
}

/** A file that may well be the Signal module, but could not be read or parsed. */
function unreadModule(generated: string, host: ProjectModuleHost): string | undefined {
  const isLikely = (path: string): boolean => path === generated || mayConstructClient(host.text(path) ?? '');
  return host.problems().find(({ path }) => isLikely(path))?.path;
}

/** The files whose style a new one follows: those of its folder, if it has one, then those of the routers, then any. */
export function neighboursOf(path: string, paths: readonly string[]): string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return [
    ...paths.filter((one) => folder !== '' && one.startsWith(folder)),
    ...paths.filter((one) => /(?:^|\/)(?:app|pages)\//.test(one)),
    ...paths,
  ];
}
