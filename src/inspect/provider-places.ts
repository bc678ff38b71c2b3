import { findRootLayouts } from '../../transforms/mount-provider/root-layouts.js';
import { routeRole } from '../analysis/route-files.js';
import type { Inspection } from './inspect.js';

/** A file around pages, with the folder that they are in. */
export interface ProviderPlace {
  readonly path: string;
  readonly folder: string;
}

type Surroundings = Pick<Inspection, 'paths' | 'context' | 'project'>;

/** The files that a provider is to be mounted in so that every page has one: the root layouts, and `_app`. */
export interface ProviderPlaces {
  readonly layouts: readonly ProviderPlace[];
  /** Undefined where no pages are rendered; the path is that of their folder where there is no `_app` yet. */
  readonly pages: ProviderPlace | undefined;
}

export function providerPlaces(inspection: Surroundings): ProviderPlaces {
  const { paths, context, project } = inspection;
  const layouts = findRootLayouts(paths, context.layout).map((path) => ({
    path,
    folder: path.slice(0, path.lastIndexOf('/')),
  }));
  const { pages } = project.routers;
  if (pages === undefined || !rendersPages(inspection)) return { layouts, pages: undefined };
  const app = paths.find((path) => routeRole(path, context.layout).kind === 'pages-app');
  return { layouts, pages: { path: app ?? pages, folder: pages } };
}

/** A `pages` folder that holds only API routes renders nothing that `_app` could go around. */
function rendersPages({ paths, context }: Surroundings): boolean {
  return paths.some((path) => {
    const { kind } = routeRole(path, context.layout);
    return kind === 'pages-app' || (kind === 'pages-page' && !/\/_(document|error)\.[^/]+$/.test(path));
  });
}

/** Those of the files that are there. */
export function providerFiles(inspection: Surroundings): readonly string[] {
  const { layouts, pages } = providerPlaces(inspection);
  const app = pages && pages.path !== pages.folder ? [pages.path] : [];
  return [...layouts.map(({ path }) => path), ...app];
}

/** The places below which no page renders a provider, in an app where others do. */
export function bareProviderPlaces(inspection: Inspection): readonly ProviderPlace[] {
  const { mounted, isIn } = inspection.mounts;
  if (mounted.length === 0) return [];
  const { layouts, pages } = providerPlaces(inspection);
  return [...layouts, ...(pages ? [pages] : [])].filter(
    ({ folder }) => !isIn((path) => path.startsWith(`${folder}/`)),
  );
}
