import { isObject, type JsonObject, readJsonObject } from './read-json.js';

/** The parts of a package.json that decide anything here; parts of the wrong type are taken as absent. */
export interface PackageJson {
  readonly name: string | undefined;
  readonly type: 'module' | 'commonjs';
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly packageManager: string | undefined;
  /** `workspaces` as globs, from either of its forms; undefined when there is none. */
  readonly workspaces: readonly string[] | undefined;
  readonly raw: JsonObject;
}

export type PackageJsonResult =
  | { readonly kind: 'read'; readonly packageJson: PackageJson }
  | { readonly kind: 'missing' }
  | { readonly kind: 'invalid'; readonly message: string; readonly next: string };

/** Reads `folder`/package.json. A BOM is accepted, as package managers do; comments are not. */
export function readPackageJson(folder: string): PackageJsonResult {
  const result = readJsonObject(folder, 'package.json', '`npm init -y` writes a minimal one');
  return result.kind === 'read' ? { kind: 'read', packageJson: packageJsonOf(result.value) } : result;
}

/** What `packageJson` declares for `name`, and in which field. */
export function declaredRange(
  packageJson: PackageJson,
  name: string,
): { readonly field: string; readonly range: string } | undefined {
  for (const field of ['dependencies', 'devDependencies', 'peerDependencies'] as const) {
    const range = packageJson[field][name];
    if (range !== undefined) return { field, range };
  }
  return undefined;
}

/** The entries of `value` whose values are strings; empty for anything but an object. */
export function stringRecord(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** The strings of an array; undefined for anything else. */
export function stringArray(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : undefined;
}

function packageJsonOf(raw: JsonObject): PackageJson {
  const { workspaces } = raw;
  return {
    name: typeof raw.name === 'string' && raw.name !== '' ? raw.name : undefined,
    type: raw.type === 'module' ? 'module' : 'commonjs',
    dependencies: stringRecord(raw.dependencies),
    devDependencies: stringRecord(raw.devDependencies),
    peerDependencies: stringRecord(raw.peerDependencies),
    packageManager: typeof raw.packageManager === 'string' ? raw.packageManager : undefined,
    workspaces: stringArray(isObject(workspaces) ? workspaces.packages : workspaces),
    raw,
  };
}
