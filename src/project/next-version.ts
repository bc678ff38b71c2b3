import { join } from 'node:path';
import semver from 'semver';
import { installedFolder, projectPath } from './files.js';
import type { NextVersion } from './model.js';
import { readPackageJson } from './package-json.js';
import type { Catalogs } from './workspace.js';

/** What a range without a number (`latest`, `*`, a URL) is taken for. */
const NEWEST_KNOWN = { major: 16, minor: 4 };

export interface NextVersionFound {
  readonly version: NextVersion;
  /** The evidence for it, e.g. `node_modules/next/package.json`. */
  readonly because: string;
}

/**
 * The version of Next that runs `folder`: the installed one (upward through `node_modules`), else the lowest one that
 * the declared range allows, catalogs and aliases followed; a range without a number counts as the newest known.
 */
export function detectNextVersion(
  folder: string,
  declared: { readonly field: string; readonly range: string },
  catalogs: Catalogs,
): NextVersionFound {
  return installedVersion(folder) ?? declaredVersion(declared, catalogs);
}

function installedVersion(folder: string): NextVersionFound | undefined {
  const installed = installedFolder(folder, 'next');
  if (installed === undefined) return undefined;
  const result = readPackageJson(installed);
  if (result.kind !== 'read') return undefined;
  const text = result.packageJson.raw.version;
  const version = typeof text === 'string' ? (plainVersion(text) ?? semver.parse(text)) : null;
  if (version === null) return undefined;
  const { major, minor } = version;
  return {
    version: { major, minor, text: version.version, from: 'installed' },
    because: projectPath(folder, join(installed, 'package.json')),
  };
}

function declaredVersion(
  { field, range }: { readonly field: string; readonly range: string },
  catalogs: Catalogs,
): NextVersionFound {
  const where = `package.json ${field}: "next": "${range}"`;
  const catalogName = /^catalog:(.*)$/.exec(range)?.[1]?.trim();
  if (catalogName === undefined) return versionOfRange(range, 'declared', where);
  const name = catalogName || 'default';
  const entry = catalogs.get(name)?.next;
  if (entry === undefined) {
    return versionOfRange(
      range,
      'catalog',
      `${where}, and the workspace has no entry for next in its catalog "${name}"`,
    );
  }
  return versionOfRange(entry, 'catalog', `${where} -> "${entry}" in the workspace's catalog "${name}"`);
}

function versionOfRange(range: string, from: 'declared' | 'catalog', because: string): NextVersionFound {
  const bare = range
    .replace(/^workspace:/, '')
    .replace(/^npm:(?:(@[^/]+\/)?[^@]+@)?/, '')
    .trim();
  const lowest = lowestOf(bare);
  if (lowest !== undefined) return { version: { ...lowest, text: range, from }, because };
  const { major, minor } = NEWEST_KNOWN;
  return {
    version: { major, minor, text: range, from },
    because: `${because}; it names no version and next is not installed, so the newest known (${major}) is assumed`,
  };
}

function lowestOf(range: string): { major: number; minor: number } | undefined {
  if (!/\d/.test(range)) return undefined;
  const lowest = plainVersion(range.replace(/^[~^]/, '')) ?? minVersion(range);
  if (lowest === null || lowest.major === 0) return undefined;
  return { major: lowest.major, minor: lowest.minor };
}

function minVersion(range: string): semver.SemVer | null {
  return semver.validRange(range) === null ? null : semver.minVersion(range);
}

/** A version as most are written, for which nothing has to be loaded. */
function plainVersion(
  text: string,
): { readonly major: number; readonly minor: number; readonly version: string } | undefined {
  const [version, major, minor] = /^([1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(?:0|[1-9]\d{0,4})$/.exec(text) ?? [];
  return version === undefined ? undefined : { major: Number(major), minor: Number(minor), version };
}
