/** What Next.js takes a file for, by its path alone. */
export type RouteRole =
  | { readonly kind: 'route-handler' }
  | { readonly kind: 'pages-api' }
  | { readonly kind: 'pages-page' }
  | { readonly kind: 'pages-app' }
  /** `page`, `layout`, `template`, … of the App Router: server components unless `'use client'`. */
  | { readonly kind: 'app-component' }
  /** `sitemap`, `robots`, `icon`, … of the App Router: answers that Next.js makes ahead and caches. */
  | { readonly kind: 'metadata' }
  | { readonly kind: 'proxy' }
  | { readonly kind: 'instrumentation' }
  | { readonly kind: 'module' };

/** Where the routers live; project-relative folders. Root `app`/`pages` win over `src/app`/`src/pages`. */
export interface RouterFolders {
  readonly app: string | undefined;
  readonly pages: string | undefined;
}

export interface RouteLayout {
  readonly routers: RouterFolders;
  readonly pageExtensions: readonly string[];
}

const APP_COMPONENT_FILES = new Set([
  'page',
  'layout',
  'template',
  'loading',
  'error',
  'global-error',
  'not-found',
  'global-not-found',
  'forbidden',
  'unauthorized',
  'default',
]);

/** `icon1` and `opengraph-image2` stand beside others of their kind. */
const METADATA_FILE = /^(?:sitemap|robots|manifest|(?:icon|apple-icon|opengraph-image|twitter-image)\d?)$/;

/**
 * The role of `path` (project-relative, `/`). Private folders (`_x`) of the App Router are not routed;
 * route groups, slots and intercepting folders are, and need no care here.
 */
export function routeRole(path: string, layout: RouteLayout): RouteRole {
  const stem = stemOf(path, layout.pageExtensions);
  if (stem === undefined) return { kind: 'module' };
  const { app, pages } = layout.routers;
  if (app !== undefined && path.startsWith(`${app}/`)) {
    const segments = stem.slice(app.length + 1).split('/');
    const file = segments.pop() ?? '';
    if (segments.some((segment) => segment.startsWith('_'))) return { kind: 'module' };
    if (file === 'route') return { kind: 'route-handler' };
    if (APP_COMPONENT_FILES.has(file)) return { kind: 'app-component' };
    if (METADATA_FILE.test(file)) return { kind: 'metadata' };
    return { kind: 'module' };
  }
  if (pages !== undefined && path.startsWith(`${pages}/`)) {
    const route = stem.slice(pages.length);
    if (route === '/api' || route.startsWith('/api/')) return { kind: 'pages-api' };
    if (route === '/_app') return { kind: 'pages-app' };
    return { kind: 'pages-page' };
  }
  if (/^(src\/)?(proxy|middleware)$/.test(stem)) return { kind: 'proxy' };
  if (/^(src\/)?instrumentation$/.test(stem)) return { kind: 'instrumentation' };
  return { kind: 'module' };
}

/**
 * Whether `path` is a test, a story or a mock by the names that test runners and Storybook look for. Next.js may take
 * one for a page, but it is never what runs for a visitor.
 */
export function isTestFile(path: string): boolean {
  return (
    /\.(?:test|spec|vitest|jest|stories|story|cy|e2e)\.[cm]?[jt]sx?$/.test(path) ||
    /(?:^|\/)(?:__tests__|__mocks__|__fixtures__)\/|^(?:src\/)?(?:tests?|e2e|cypress|playwright)\//.test(path)
  );
}

/** `path` without its page extension; undefined when the extension is not one Next routes. */
function stemOf(path: string, pageExtensions: readonly string[]): string | undefined {
  const extension = pageExtensions.find((candidate) => path.endsWith(`.${candidate}`));
  return extension === undefined ? undefined : path.slice(0, -extension.length - 1);
}
