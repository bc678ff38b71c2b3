import type { RouterFolders } from './route-files.js';

/** The URL that the file of a route answers, `/api/orders/[id]`; undefined for a file that is none. Groups and slots are left out. */
export function routeName(path: string, { app, pages }: RouterFolders): string | undefined {
  if (app !== undefined && path.startsWith(`${app}/`)) {
    const segments = path.slice(app.length + 1).split('/');
    const file = segments.pop() ?? '';
    if (!/^(?:route|page|layout|template|default)\./.test(file)) return undefined;
    return `/${segments.filter((segment) => !/^(?:\([^.)][^)]*\)|@.*)$/.test(segment)).join('/')}`;
  }
  if (pages !== undefined && path.startsWith(`${pages}/`)) {
    const route = path.slice(pages.length).replace(/\.[^/]*$/, '');
    return route.replace(/\/index$/, '') || '/';
  }
  return undefined;
}
