import { join } from 'node:path';
import { type NamedClient, parseNamedClient } from '../analysis/client/named-client.js';
import type { PackageJson } from './package-json.js';
import { isObject, readJsonObject } from './read-json.js';

export const CONFIG_FILE = 'signal-next.config.json';
const PACKAGE_KEY = 'signal-next';

/** What a project says about itself where the source alone does not show it. */
export interface ProjectConfig {
  readonly clients: readonly NamedClient[];
}

export type ConfigResult =
  | { readonly kind: 'read'; readonly config: ProjectConfig; readonly from: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'invalid'; readonly message: string; readonly next: string };

const KEYS: readonly string[] = ['$schema', 'clients'];

/** Reads `signal-next.config.json` of the app, or `"signal-next"` of its package.json. */
export function readConfig(root: string, packageJson: PackageJson): ConfigResult {
  const inPackage = packageJson.raw[PACKAGE_KEY];
  const file = readJsonObject(root, CONFIG_FILE, '`{}` is a valid one');
  if (file.kind === 'invalid') return file;
  const packagePath = join(root, 'package.json');
  if (file.kind === 'read' && inPackage !== undefined) {
    return invalid(
      `Both ${join(root, CONFIG_FILE)} and "${PACKAGE_KEY}" in ${packagePath} configure signal-next`,
      'Keep one of them.',
    );
  }
  if (file.kind === 'read') return configOf(file.value, join(root, CONFIG_FILE), CONFIG_FILE);
  if (inPackage === undefined) return { kind: 'none' };
  const from = `"${PACKAGE_KEY}" in package.json`;
  return configOf(inPackage, `"${PACKAGE_KEY}" in ${packagePath}`, from);
}

function configOf(value: unknown, where: string, from: string): ConfigResult {
  if (!isObject(value)) return invalid(`${where} is not an object`, 'Write `{ "clients": [] }`.');
  const unknown = Object.keys(value).filter((key) => !KEYS.includes(key));
  if (unknown.length > 0) {
    const names = unknown.map((key) => `"${key}"`).join(', ');
    return invalid(
      `${where} has a key that is not known: ${names}`,
      'Remove it; the known key is "clients".',
    );
  }
  const { clients: given = [] } = value;
  const form = 'Write each as "module#export", e.g. "@acme/analytics#signal".';
  if (!Array.isArray(given)) return invalid(`"clients" of ${where} is not an array`, form);
  const clients: NamedClient[] = [];
  for (const [index, text] of given.entries()) {
    const client = typeof text === 'string' ? parseNamedClient(text) : undefined;
    if (!client) return invalid(`"clients[${index}]" of ${where} is ${JSON.stringify(text)}`, form);
    clients.push(client);
  }
  return { kind: 'read', config: { clients }, from };
}

function invalid(message: string, next: string): ConfigResult {
  return { kind: 'invalid', message, next };
}
