import type { RouteLayout } from '../../src/analysis/route-files.js';

/**
 * The root layouts among `paths`: those with no layout above them. That is one `layout` file of the app folder, or
 * one per route group where the app folder itself has none. Private folders and slots never hold a root layout.
 */
export function findRootLayouts(paths: readonly string[], layout: RouteLayout): string[] {
  const { app } = layout.routers;
  if (app === undefined) return [];
  const names = new Set(layout.pageExtensions.map((extension) => `layout.${extension}`));
  const folders = new Map<string, string>();
  for (const path of paths) {
    if (!names.has(path.slice(path.lastIndexOf('/') + 1)) || !path.startsWith(`${app}/`)) continue;
    const segments = path
      .slice(app.length + 1)
      .split('/')
      .slice(0, -1);
    if (segments.some((segment) => segment.startsWith('_') || segment.startsWith('@'))) continue;
    folders.set(segments.join('/'), path);
  }
  return [...folders]
    .filter(([folder]) => !aboveOf(folder).some((above) => folders.has(above)))
    .map(([, path]) => path)
    .sort();
}

/** The folders above `folder`, the app folder (empty) included. */
function aboveOf(folder: string): string[] {
  if (folder === '') return [];
  const segments = folder.split('/');
  return segments.map((_, index) => segments.slice(0, index).join('/'));
}
