import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { parseTsconfig } from 'get-tsconfig';
import { isDirectory, isFile } from './files.js';
import { isObject, readJsonObject } from './read-json.js';

/** The TypeScript that a project has installed, and what it would check there. */
export type ProjectCompiler =
  | {
      readonly kind: 'found';
      /** `classic` has the compiler API, `native` (7 and its previews) that of its server. */
      readonly api: 'classic' | 'native';
      /** Absolute path of the module to load. */
      readonly module: string;
      readonly version: string;
      /** Absolute paths: the app's tsconfig.json, and those it refers to inside of the app. */
      readonly configs: readonly string[];
    }
  /** The reason is a clause: `the app has no tsconfig.json`. */
  | { readonly kind: 'none'; readonly why: string };

const PACKAGES = ['typescript', '@typescript/native-preview'];
const NATIVE_API = ['./unstable/sync', './sync'];

/**
 * Finds the TypeScript that `root` would run, in its own node_modules or those above. Nothing is loaded.
 * @param root absolute path of the app.
 */
export function findCompiler(root: string): ProjectCompiler {
  const config = join(root, 'tsconfig.json');
  if (!isFile(config)) return { kind: 'none', why: 'the app has no tsconfig.json' };
  const resolve = createRequire(join(root, 'package.json')).resolve;
  for (const name of PACKAGES) {
    const manifest = manifestOf(name, resolve);
    if (!manifest) continue;
    const { version, exports } = manifest;
    const api = name === 'typescript' && Number.parseInt(version, 10) < 7 ? 'classic' : 'native';
    const entry = api === 'classic' ? '.' : NATIVE_API.find((one) => isObject(exports) && one in exports);
    if (entry === undefined)
      return { kind: 'none', why: `${name} ${version} offers no way to check texts that are not on disk` };
    try {
      const module = resolve(posix.join(name, entry));
      return { kind: 'found', api, module, version, configs: configsFrom(config, root) };
    } catch {
      return { kind: 'none', why: `${name} ${version} is not installed in full` };
    }
  }
  return { kind: 'none', why: 'TypeScript is not installed here' };
}

/** Read where Node looks for packages, because one may not export its own manifest. */
function manifestOf(
  name: string,
  resolve: NodeJS.RequireResolve,
): { version: string; exports: unknown } | undefined {
  const folders = (resolve.paths(name) ?? []).map((folder) => join(folder, name));
  const found = folders.find((folder) => isFile(join(folder, 'package.json')));
  const manifest =
    found === undefined ? undefined : readJsonObject(found, 'package.json', 'install it again');
  if (manifest?.kind !== 'read' || typeof manifest.value.version !== 'string') return undefined;
  return { version: manifest.value.version, exports: manifest.value.exports };
}

/** A tsconfig and those it refers to, as far as they stand in `root`: another package does not see the app's files. */
function configsFrom(first: string, root: string): string[] {
  const found = new Set<string>();
  const queue = [first];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (found.has(path)) continue;
    found.add(path);
    for (const reference of referencesOf(path)) {
      const target = join(dirname(path), reference);
      const config = isDirectory(target) ? join(target, 'tsconfig.json') : target;
      if (isFile(config) && config.startsWith(join(root, '/'))) queue.push(config);
    }
  }
  return [...found];
}

function referencesOf(config: string): string[] {
  try {
    return (parseTsconfig(config).references ?? []).map(({ path }) => path);
  } catch {
    // One that extends what is not installed; TypeScript itself will say more of it.
    return [];
  }
}
