import { mountProxy } from '../../transforms/mount-proxy/mount-proxy.js';
import { newProxyFile } from '../../transforms/mount-proxy/new-proxy-file.js';
import { restyled } from '../init/render-template.js';
import type { Evidence, Project } from '../project/model.js';
import { declaredRange, readPackageJson } from '../project/package-json.js';
import { OWN_PACKAGE } from '../project/sdk.js';
import type { Inspection } from './inspect.js';
import { neighbourStyle } from './neighbour-style.js';
import { creationOf, type Plan, planOf, refusalOf } from './plan.js';
import { surroundingsOf } from './surroundings.js';

export interface ProxyPlan extends Plan {
  /** What the person should know beside the diff. */
  readonly notes: readonly string[];
}

/** `signalProxy` is in our own package, whatever the project's provider and client come from. */
const MODULE = `${OWN_PACKAGE}/proxy`;
const MOUNT = 'mount signalProxy';

/** `signalProxy` around the proxy or middleware that the app has, or as a new one where it has none. */
export function planProxy(inspection: Inspection): ProxyPlan {
  const { project } = inspection;
  const plan = planProxyFile(inspection);
  if (!proxyLacksPackage(project)) return plan;
  const note = `${MODULE} is in the package ${OWN_PACKAGE}, which has to be installed too; package.json does not list it.`;
  return { ...plan, notes: [...plan.notes, note] };
}

function planProxyFile(inspection: Inspection): ProxyPlan {
  const { project, host } = inspection;
  if (!runsProxy(project)) {
    const why = 'The app is exported as static files, so there is no server that would run a proxy.';
    return leftAlone(project.config.path ?? 'next.config', why, 'Leave `--with-proxy` out.');
  }
  const [path, second] = existingIn(folderOf(project), inspection);
  if (path === undefined) return planCreation(inspection);
  if (second !== undefined) {
    const why = `Next.js ${project.next.major} does not build with ${second} beside it, so signalProxy was mounted in neither.`;
    return leftAlone(path, why, 'Move what both do into one of them and run the command again.');
  }
  const file = host.load(path);
  if (!file) {
    const problem = host.problems().find((one) => one.path === path);
    const why = `It could not be read, so signalProxy was not mounted.${problem ? ` ${problem.message}` : ''}`;
    return leftAlone(path, why, 'Correct that file and run the command again.');
  }
  const plan = planOf(file, mountProxy(file, MODULE, surroundingsOf(inspection, path)), MOUNT);
  const isNarrowed = plan.changes.length > 0 && /\bmatcher\b/.test(file.text);
  const note = `${path} keeps its matcher; the paths that it leaves out get no session from the cookie.`;
  return { ...plan, notes: isNarrowed ? [note] : [] };
}

/** A static export has no server: neither a proxy nor the cookie that it would read. */
export function runsProxy({ config }: Project): boolean {
  return config.output !== 'export';
}

/** Whether the mounted proxy needs our package and package.json lists only the one that the provider comes from. */
export function proxyLacksPackage(project: Project): boolean {
  if (project.sdk.name === OWN_PACKAGE || !runsProxy(project)) return false;
  const result = readPackageJson(project.root);
  return result.kind === 'read' && declaredRange(result.packageJson, OWN_PACKAGE) === undefined;
}

/** Where the proxy is, or will be. */
export function proxyEvidence(inspection: Inspection): Evidence {
  const { project } = inspection;
  const { app, pages } = project.routers;
  const because = `beside ${pages ?? app}/, where Next.js ${project.next.major} looks`;
  const existing = existingIn(folderOf(project), inspection);
  if (existing.length > 0) return { fact: 'proxy', value: existing.join(' and '), because };
  return { fact: 'proxy', value: `none yet; ${newFileIn(project).path} is to be`, because };
}

function planCreation(inspection: Inspection): ProxyPlan {
  const { project, host, paths } = inspection;
  const { path, text } = newFileIn(project);
  const folder = folderOf(project);
  const other = folder === '' ? 'src/' : '';
  const notes = existingIn(other, inspection).map(
    (one) => `${one} is not beside ${folderName(project)}/, so Next.js does not run it; ${path} is.`,
  );
  const around = paths.filter((one) => one.startsWith(`${folderName(project)}/`));
  const render = (): string => restyled(path, text, neighbourStyle(path, around, host));
  return { ...creationOf(path, render, MOUNT), notes };
}

/**
 * The files of `folder` that this version of Next.js takes for the proxy: `proxy` from version 16 on, and
 * `middleware`; each with a page extension, as `getPossibleMiddlewareFilenames` lists them.
 */
function existingIn(folder: string, { project, host }: Inspection): string[] {
  const names = project.next.major >= 16 ? ['proxy', 'middleware'] : ['middleware'];
  return names
    .flatMap((name) => project.config.pageExtensions.map((extension) => `${folder}${name}.${extension}`))
    .filter((path) => host.text(path) !== undefined || host.problems().some((one) => one.path === path));
}

function newFileIn(project: Project): { readonly path: string; readonly text: string } {
  const { language, config, next } = project;
  const { baseName, text } = newProxyFile(next.major, MODULE);
  const fits = (end: string): string | undefined => config.pageExtensions.find((one) => one.endsWith(end));
  const extension = fits(language) ?? fits(`${language}x`) ?? language;
  return { path: `${folderOf(project)}${baseName}.${extension}`, text };
}

/** Next.js looks beside `pages`, and beside `app` only where there is no `pages` (`findPagesDir`, Next 13.5 to 16). */
function folderName({ routers }: Project): string {
  return routers.pages ?? routers.app ?? 'app';
}

function folderOf(project: Project): '' | 'src/' {
  return folderName(project).startsWith('src/') ? 'src/' : '';
}

function leftAlone(path: string, why: string, instead: string): ProxyPlan {
  return { ...refusalOf({ path, why, instead }), notes: [] };
}
