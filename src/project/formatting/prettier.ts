import type { Formatting, TrailingCommas } from '../../source/formatting.js';
import { declaredRange, readPackageJson, stringArray } from '../package-json.js';
import { readData } from '../read-data.js';
import { isObject, type JsonObject } from '../read-json.js';
import { matchesGlob } from './globs.js';
import { countUpTo, type Level, type SetUp, WIDEST_TAB, withoutGaps } from './set-up.js';

/** In the order in which Prettier looks for them, after package.json. */
const DATA = ['.prettierrc', '.prettierrc.json', '.prettierrc.yaml', '.prettierrc.yml', '.prettierrc.json5'];
const OTHER = /^(?:\.prettierrc\.(?:[cm]?[jt]s|toml)|prettier\.config\.[cm]?[jt]s)$/;

/** How Prettier is set up in a folder. */
export function prettierIn({ folder, names }: Level): SetUp {
  const inPackage = names().has('package.json') ? prettierKeyIn(folder) : undefined;
  if (inPackage !== undefined) return setUpOf(inPackage);
  const name = DATA.find((one) => names().has(one));
  if (name !== undefined) {
    const data = readData(folder, name);
    return data.kind === 'read' ? setUpOf(data.value ?? {}) : { kind: 'untold' };
  }
  return { kind: [...names()].some((one) => OTHER.test(one)) ? 'untold' : 'none' };
}

function prettierKeyIn(folder: string): unknown {
  const result = readPackageJson(folder);
  return result.kind === 'read' ? result.packageJson.raw.prettier : undefined;
}

/** A string is the name of a package that holds the configuration. */
function setUpOf(value: unknown): SetUp {
  return isObject(value) ? { kind: 'data', options: value } : { kind: 'untold' };
}

/** What Prettier does where nobody says anything. */
export function prettierDefaults(levels: readonly Level[]): Formatting {
  return {
    width: 80,
    quote: '"',
    semicolons: true,
    tabs: false,
    tabWidth: 2,
    trailingCommas: trailingCommasOf(levels),
  };
}

/** By the version that the nearest package.json with Prettier in it lists; that of version 3 where none does. */
function trailingCommasOf(levels: readonly Level[]): TrailingCommas {
  for (const { folder, names } of levels) {
    const result = names().has('package.json') ? readPackageJson(folder) : undefined;
    const declared = result?.kind === 'read' ? declaredRange(result.packageJson, 'prettier') : undefined;
    if (declared === undefined) continue;
    const major = /^(?:npm:prettier@)?[\^~>=v\s]*(\d+)/.exec(declared.range)?.[1];
    if (major === '1' || major === '0') return 'none';
    return major === '2' ? 'es5' : 'all';
  }
  return 'all';
}

/** What the options say of a file, the overrides for it included; `path` is as seen from their folder. */
export function saidByPrettier(options: JsonObject, path: string): Formatting {
  const overrides = Array.isArray(options.overrides) ? options.overrides.filter(isObject) : [];
  const own = overrides.filter((one) => isFor(one, path)).map((one) => one.options);
  const { printWidth, singleQuote, semi, useTabs, tabWidth, trailingComma }: JsonObject = Object.assign(
    {},
    options,
    ...own.filter(isObject),
  );
  return withoutGaps({
    width: countUpTo(Number.MAX_SAFE_INTEGER, printWidth),
    quote: typeof singleQuote === 'boolean' ? (singleQuote ? "'" : '"') : undefined,
    semicolons: typeof semi === 'boolean' ? semi : undefined,
    tabs: typeof useTabs === 'boolean' ? useTabs : undefined,
    tabWidth: countUpTo(WIDEST_TAB, tabWidth),
    trailingCommas: trailingCommasFrom(trailingComma),
  });
}

/** As Prettier and Biome name them. */
export function trailingCommasFrom(value: unknown): TrailingCommas | undefined {
  return value === 'all' || value === 'es5' || value === 'none' ? value : undefined;
}

function isFor({ files, excludeFiles }: JsonObject, path: string): boolean {
  const matches = (globs: unknown): boolean =>
    (typeof globs === 'string' ? [globs] : (stringArray(globs) ?? [])).some((glob) =>
      matchesGlob(path, glob),
    );
  return matches(files) && !matches(excludeFiles);
}
