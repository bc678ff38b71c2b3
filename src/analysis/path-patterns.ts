import type { RouteLayout } from './route-files.js';

/**
 * The URL path that a route or API file answers, with `x` in the place of each dynamic segment; undefined for other
 * files.
 */
export function urlPathOf(path: string, { routers, pageExtensions }: RouteLayout): string | undefined {
  const extension = pageExtensions.find((one) => path.endsWith(`.${one}`));
  const folder = [routers.app, routers.pages].find((one) => one !== undefined && path.startsWith(`${one}/`));
  if (extension === undefined || folder === undefined) return undefined;
  const segments = path.slice(folder.length + 1, -extension.length - 1).split('/');
  if (/^(?:route|index|page)$/.test(segments.at(-1) ?? '')) segments.pop();
  const shown = segments.filter((segment) => !/^(?:\(.*\)|@.*)$/.test(segment));
  return `/${shown.map((segment) => (segment.startsWith('[') ? 'x' : segment)).join('/')}`;
}

const GROUP = String.raw`\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)`;
const TOKEN = new RegExp(String.raw`(\/?):(\w+)(${GROUP})?([*+?])?|(${GROUP})|([.\\+*?{}$^|[\]])`, 'g');

/**
 * Whether a pattern of Next.js (`source` in next.config, `matcher` of a proxy) takes a URL path: path-to-regexp's
 * `:name`, `:name*`, `:name(\\d+)` and `(.*)`. Undefined where the pattern is more than that.
 */
export function takesPath(pattern: string, path: string): boolean | undefined {
  let isKnown = pattern.startsWith('/');
  const regexp = pattern.replace(
    TOKEN,
    (_, slash?: string, name?: string, own?: string, repeat?: string, group?: string, other?: string) => {
      if (group !== undefined) return group;
      if (name === undefined) {
        if (other !== '.') isKnown = false;
        return `\\${other}`;
      }
      const one = `${slash}${own ?? '[^/]+'}`;
      return repeat === undefined ? one : `(?:${one})${repeat}`;
    },
  );
  if (!isKnown) return undefined;
  try {
    return new RegExp(`^${regexp}/?$`).test(path);
  } catch {
    return undefined;
  }
}
