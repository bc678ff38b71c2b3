import { dirname, join, resolve } from 'node:path';
import { createPathsMatcher, parseTsconfig, type TsConfigJsonResolved } from 'get-tsconfig';
import { isDirectory, isFile, realPathOf, statOf } from './files.js';
import { stringArray } from './package-json.js';
import { valueOfJson } from './read-data.js';
import { isObject } from './read-json.js';
import { readSourceText } from './read-source.js';
import { forgoTrace, isTraced } from './trace.js';

/** One entry of `paths` (or of package.json `imports`), split at its `*`; `after` is undefined without one. */
export interface Alias {
  readonly before: string;
  readonly after: string | undefined;
  /** Absolute, split at the `*` likewise, in the order they are tried. */
  readonly targets: readonly { readonly before: string; readonly after: string | undefined }[];
}

export interface PathAliases {
  /** The file they were read from, `tsconfig.json` or `jsconfig.json`; undefined without one. */
  readonly file: string | undefined;
  /** Absolute; specifiers such as `lib/x` are looked up from there. */
  readonly baseUrl: string | undefined;
  /** Absolute paths that a non-relative specifier may stand for, in the order they are tried. */
  candidates(specifier: string): readonly string[];
  readonly aliases: readonly Alias[];
  /** Whether relative and aliased imports must name the emitted extension (`node16` and later). */
  readonly needsExtension: boolean;
  /** `exactOptionalPropertyTypes`: an optional property takes no `undefined` unless its type says so. */
  readonly exactOptional: boolean;
  /** Where they were looked for, whether or not there is such a file; absolute. */
  readonly lookedAt: readonly string[];
}

const PROBE = '__signal_next_probe__';

/**
 * The aliases that apply to modules in `folder`: its tsconfig.json, else its jsconfig.json, with everything they
 * extend. A config that only lists references has the aliases of those. One that extends what is not installed counts
 * with what it says itself. No config, or one that cannot be read, has none.
 */
export function readPathAliases(folder: string): PathAliases {
  const file = ['tsconfig.json', 'jsconfig.json'].find((name) => isFile(join(folder, name)));
  const path = file === undefined ? undefined : join(folder, file);
  const lookedAt = new Set<string>();
  const configs = path === undefined ? [] : configsOf(path, lookedAt);
  const parsed = configs.flatMap((config) => {
    const aliases = aliasesOf(config);
    return aliases === undefined ? [] : [aliases];
  });
  return {
    file,
    baseUrl: configs.map(baseUrlOf).find((folder) => folder !== undefined),
    candidates: (specifier) => parsed.flatMap(({ candidates }) => candidates(specifier)),
    aliases: parsed.flatMap(({ aliases }) => aliases),
    exactOptional: configs.some(({ config }) => config.compilerOptions?.exactOptionalPropertyTypes === true),
    needsExtension: configs.length > 0 && configs.some(({ config }) => isNodeResolution(config)),
    lookedAt: [...lookedAt],
  };
}

interface LoadedConfig {
  readonly path: string;
  readonly config: TsConfigJsonResolved;
}

function configsOf(path: string, lookedAt: Set<string>): LoadedConfig[] {
  const own = loadConfig(path, lookedAt);
  if (own === undefined) return [];
  const { paths, baseUrl } = own.config.compilerOptions ?? {};
  if (paths !== undefined || baseUrl !== undefined) return [own];
  const referenced = (own.config.references ?? []).flatMap((reference) => {
    const target = join(dirname(path), reference.path);
    const loaded = loadConfig(isDirectory(target) ? join(target, 'tsconfig.json') : target, lookedAt);
    return loaded === undefined ? [] : [loaded];
  });
  return [own, ...referenced];
}

function loadConfig(path: string, lookedAt: Set<string>): LoadedConfig | undefined {
  if (!isFile(path)) return undefined;
  const looks = new Map<string, string>();
  try {
    return { path, config: parseTsconfig(path, looks) };
  } catch {
    return withoutExtends(path);
  } finally {
    for (const look of looks.keys()) {
      const { path: asked } = partsOf(look);
      if (asked !== undefined) lookedAt.add(asked);
    }
    noteLooks([...looks.keys()]);
  }
}

/** The library names what it asked of the disk: `existsSync:<path>`, `readFileSync:<path>:utf8` and the like. */
function partsOf(look: string): { readonly call: string | undefined; readonly path: string | undefined } {
  const [, call, path] =
    /^(existsSync|statSync|realpathSync|readFileSync):(.*?)(?::utf8)?$/s.exec(look) ?? [];
  return { call, path };
}

function noteLooks(looks: readonly string[]): void {
  if (!isTraced()) return;
  for (const look of looks) {
    const { call, path = '' } = partsOf(look);
    if (call === 'readFileSync') readSourceText('', path);
    else if (call === 'realpathSync') realPathOf(path);
    else if (call !== undefined) statOf(path);
    else forgoTrace();
  }
  if (!looks.some((look) => look.startsWith('readFileSync:'))) forgoTrace();
}

/** `extends` names a package that is not installed: what the file says itself still holds. */
function withoutExtends(path: string): LoadedConfig | undefined {
  const source = readSourceText(dirname(path), path);
  if (source.kind !== 'text') return undefined;
  const value = valueOfJson(source.text.replace(/^\uFEFF/, ''));
  if (!isObject(value) || !isObject(value.compilerOptions)) return undefined;
  const { baseUrl, paths, moduleResolution, exactOptionalPropertyTypes } = value.compilerOptions;
  const compilerOptions: NonNullable<TsConfigJsonResolved['compilerOptions']> = {};
  if (typeof baseUrl === 'string') compilerOptions.baseUrl = baseUrl;
  if (isObject(paths)) {
    compilerOptions.paths = Object.fromEntries(
      Object.entries(paths).map(([pattern, targets]) => [pattern, stringArray(targets) ?? []]),
    );
  }
  if (moduleResolution === 'nodenext' || moduleResolution === 'node16') {
    compilerOptions.moduleResolution = moduleResolution;
  }
  if (exactOptionalPropertyTypes === true) compilerOptions.exactOptionalPropertyTypes = true;
  return { path, config: { compilerOptions } };
}

function aliasesOf(config: LoadedConfig): Pick<PathAliases, 'candidates' | 'aliases'> | undefined {
  try {
    const matcher = createPathsMatcher(config);
    if (matcher === null) return undefined;
    const patterns = Object.keys(config.config.compilerOptions?.paths ?? {});
    return {
      candidates: (specifier) => matcher(specifier),
      // The library knows which folder inherited targets are relative to, so it is asked with a probe for the `*`.
      aliases: patterns.map((pattern) => ({
        ...splitAtStar(pattern),
        targets: matcher(pattern.replace('*', PROBE)).map((target) =>
          splitAtStar(target.replace(PROBE, '*')),
        ),
      })),
    };
  } catch {
    // TypeScript refuses these `paths` as well.
    return undefined;
  }
}

function baseUrlOf({ path, config }: LoadedConfig): string | undefined {
  const baseUrl = config.compilerOptions?.baseUrl;
  return baseUrl === undefined ? undefined : resolve(dirname(path), baseUrl);
}

/** Splits a pattern at its `*`; `after` is undefined when it has none. */
export function splitAtStar(pattern: string): { before: string; after: string | undefined } {
  const star = pattern.indexOf('*');
  if (star === -1) return { before: pattern, after: undefined };
  return { before: pattern.slice(0, star), after: pattern.slice(star + 1) };
}

function isNodeResolution({ compilerOptions }: TsConfigJsonResolved): boolean {
  const resolution = compilerOptions?.moduleResolution ?? compilerOptions?.module ?? '';
  return /^node(?:16|18|20|next)$/i.test(resolution);
}
