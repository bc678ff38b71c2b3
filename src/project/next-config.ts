import { basename, join } from 'node:path';
import { parseSource } from '../source/parse.js';
import { type ConfigKeys, type ConfigValue, readConfigKeys } from './config-reader.js';
import { isFile, projectPath, upwardFrom } from './files.js';
import type { Evidence, NextConfigFacts } from './model.js';
import { readSourceText } from './read-source.js';

/** In Next's order of preference; `.cjs` is one Next refuses, read all the same so the facts are not lost. */
export const NEXT_CONFIG_FILES = [
  'next.config.js',
  'next.config.mjs',
  'next.config.ts',
  'next.config.mts',
  'next.config.cjs',
];

const DEFAULT_PAGE_EXTENSIONS: readonly string[] = ['tsx', 'ts', 'jsx', 'js'];

export interface NextConfigFound {
  readonly facts: NextConfigFacts;
  readonly evidence: readonly Evidence[];
  readonly warnings: readonly string[];
}

/**
 * Reads the app's Next configuration as text; it is never run. Like Next, it looks upward from the app, here as far
 * as `boundary`. A file that cannot be read or parsed leaves every fact unknown, with a warning.
 */
export function findNextConfig(root: string, boundary: string): NextConfigFound {
  const absolute = configFileOf(root, boundary);
  if (absolute === undefined) {
    return {
      facts: factsOf(undefined, new Map()),
      evidence: [{ fact: 'Next.js config', value: 'defaults', because: 'no next.config file' }],
      warnings: [],
    };
  }
  const path = projectPath(root, absolute);
  const warnings: string[] = [];
  if (basename(path) === 'next.config.cjs') {
    warnings.push(
      `${path}: Next.js does not read this file name; rename it to next.config.js or next.config.mjs.`,
    );
  }
  const source = readSourceText(root, path);
  if (source.kind === 'unreadable') {
    return unreadable(
      path,
      `${path} ${source.message}, so its settings are unknown. ${source.next}`,
      warnings,
    );
  }
  const parsed = parseSource(path, source.text);
  if (parsed.kind === 'unparsable') {
    const { line, message } = parsed.problem;
    return unreadable(
      path,
      `${path}:${line}: ${message} Its settings are unknown until this is corrected.`,
      warnings,
    );
  }
  const { keys, notFollowed } = readConfigKeys(parsed.file);
  const facts = factsOf(path, keys);
  if (keys.get('pageExtensions')?.kind === 'unknown') {
    warnings.push(
      `${path}: pageExtensions is computed, so Next.js's default (${DEFAULT_PAGE_EXTENSIONS.join(', ')}) is assumed; routes with other extensions are taken for plain modules.`,
    );
  }
  return { facts, evidence: evidenceOf(facts, path, notFollowed), warnings };
}

function configFileOf(root: string, boundary: string): string | undefined {
  for (const folder of upwardFrom(root, boundary)) {
    for (const name of NEXT_CONFIG_FILES) {
      const candidate = join(folder, name);
      if (isFile(candidate)) return candidate;
    }
  }
  return undefined;
}

function unreadable(path: string, warning: string, before: readonly string[]): NextConfigFound {
  return {
    facts: { path, cacheComponents: 'unknown', output: 'unknown', pageExtensions: DEFAULT_PAGE_EXTENSIONS },
    evidence: [{ fact: 'Next.js config', value: 'unknown', because: `${path} could not be read` }],
    warnings: [...before, warning],
  };
}

function factsOf(path: string | undefined, keys: ConfigKeys): NextConfigFacts {
  return {
    path,
    cacheComponents: cacheComponentsOf(keys),
    output: outputOf(keys.get('output')),
    pageExtensions: pageExtensionsOf(keys.get('pageExtensions')),
  };
}

/** `cacheComponents` (16) was `experimental.cacheComponents` and, before, `experimental.dynamicIO` (15). */
function cacheComponentsOf(keys: ConfigKeys): boolean | 'unknown' {
  const values = ['cacheComponents', 'experimental.cacheComponents', 'experimental.dynamicIO'].map((key) =>
    keys.get(key),
  );
  if (values.some((value) => value?.kind === 'literal' && value.value === true)) return true;
  return values.some((value) => value?.kind === 'unknown') ? 'unknown' : false;
}

function outputOf(value: ConfigValue | undefined): NextConfigFacts['output'] {
  if (value === undefined) return 'default';
  if (value.kind === 'unknown') return 'unknown';
  return value.value === 'export' || value.value === 'standalone' ? value.value : 'default';
}

function pageExtensionsOf(value: ConfigValue | undefined): readonly string[] {
  if (value?.kind !== 'literal' || !Array.isArray(value.value) || value.value.length === 0)
    return DEFAULT_PAGE_EXTENSIONS;
  return value.value.map((extension: string) => extension.replace(/^\./, ''));
}

function evidenceOf(facts: NextConfigFacts, path: string, notFollowed: readonly string[]): Evidence[] {
  const because = notFollowed.length === 0 ? path : `${path}; not followed: ${notFollowed.join(', ')}`;
  return [
    { fact: 'Cache Components', value: String(facts.cacheComponents), because },
    { fact: 'output', value: facts.output, because },
    { fact: 'pageExtensions', value: facts.pageExtensions.join(', '), because },
  ];
}
