import { join, posix } from 'node:path';
import { type NamedClient, parseNamedClient } from '../analysis/client/named-client.js';
import { INCLUSIONS } from '../analysis/inclusion.js';
import { isRuleId, RULE_IDS } from '../rules/catalogue.js';
import type { RuleId } from '../rules/finding.js';
import { positionInJson } from './json-position.js';
import type { CheckSettings, RuleSetting } from './model.js';
import type { PackageJson } from './package-json.js';
import { isObject, type JsonObject, readJsonObject } from './read-json.js';
import { readSourceText } from './read-source.js';

export const CONFIG_FILE = 'signal-next.config.json';
export const BASELINE_FILE = 'signal-next-baseline.json';
const PACKAGE_KEY = 'signal-next';

/** What a project says about itself where the source alone does not show it, and what it asks of every run. */
export interface ProjectConfig {
  readonly clients: readonly NamedClient[];
  readonly settings: CheckSettings;
}

export type ConfigResult =
  | { readonly kind: 'read'; readonly config: ProjectConfig; readonly from: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'invalid'; readonly message: string; readonly next: string };

export const DEFAULT_SETTINGS: CheckSettings = {
  exclude: [],
  include: [],
  rules: {},
  baseline: BASELINE_FILE,
};

/** Reads `signal-next.config.json` of the app, or `"signal-next"` of its package.json. Runs none of the project's code. */
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
  if (file.kind === 'read') return configOf(file.value, { root, file: CONFIG_FILE, keys: [] });
  if (inPackage === undefined) return { kind: 'none' };
  return configOf(inPackage, { root, file: 'package.json', keys: [PACKAGE_KEY] });
}

/** Where the configuration stands: the keys lead to it in the file. */
interface Place {
  readonly root: string;
  readonly file: string;
  readonly keys: readonly (string | number)[];
}

/** What is wrong with a configuration, and the keys that lead there from its own object. */
class Mistake extends Error {
  readonly keys: readonly (string | number)[];
  readonly next: string;

  constructor(keys: readonly (string | number)[], message: string, next: string) {
    super(message);
    this.keys = keys;
    this.next = next;
  }
}

function configOf(value: unknown, place: Place): ConfigResult {
  const { root, file, keys } = place;
  const from = keys.length === 0 ? file : `"${PACKAGE_KEY}" in ${file}`;
  try {
    if (!isObject(value)) throw new Mistake([], 'is not an object', 'Write `{ "clients": [] }`.');
    return { kind: 'read', config: readMembers(value), from };
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    const source = readSourceText(root, file);
    const at = source.kind === 'text' ? positionInJson(source.text, [...keys, ...error.keys]) : undefined;
    const where = `${join(root, file)}${at ? `:${at.line}:${at.column}` : ''}`;
    return invalid(`${keys.length === 0 ? '' : `"${PACKAGE_KEY}" in `}${where} ${error.message}`, error.next);
  }
}

const KEYS: readonly string[] = ['$schema', 'clients', 'exclude', 'include', 'rules', 'baseline'];
const CLIENT_FORM = 'Write each as "module#export", e.g. "@acme/analytics#signal".';
const SETTINGS: readonly RuleSetting[] = ['off', 'warning', 'error'];

function readMembers(value: JsonObject): ProjectConfig {
  const unknown = Object.keys(value).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) {
    throw new Mistake(
      [unknown],
      `has a key that is not known: "${unknown}"`,
      `Remove it; the known keys are ${list(KEYS.slice(1))}.`,
    );
  }
  const { clients = [], exclude = [], include = [], rules = {}, baseline = BASELINE_FILE } = value;
  return {
    clients: elementsOf('clients', clients, CLIENT_FORM, (one) =>
      typeof one === 'string' ? parseNamedClient(one) : undefined,
    ),
    settings: {
      exclude: elementsOf(
        'exclude',
        exclude,
        'Write globs, files or folders, e.g. "app/legacy/**".',
        (one) => (typeof one === 'string' && one.trim() !== '' ? one : undefined),
      ),
      include: elementsOf('include', include, `Write ${list(INCLUSIONS)}.`, (one) =>
        INCLUSIONS.find((name) => name === one),
      ),
      rules: readRules(rules),
      baseline: readBaselinePath(baseline),
    },
  };
}

function elementsOf<Element>(
  key: string,
  value: unknown,
  form: string,
  read: (element: unknown) => Element | undefined,
): Element[] {
  if (!Array.isArray(value)) throw new Mistake([key], `gives "${key}" a value that is not an array`, form);
  return value.map((one: unknown, index) => {
    const element = read(one);
    if (element === undefined)
      throw new Mistake([key, index], `gives "${key}[${index}]" the value ${JSON.stringify(one)}`, form);
    return element;
  });
}

function readRules(value: unknown): CheckSettings['rules'] {
  if (!isObject(value)) {
    const form = 'Write e.g. `{ "placeholder-distinct-id": "off" }`.';
    throw new Mistake(['rules'], 'gives "rules" a value that is not an object', form);
  }
  const rules: Partial<Record<RuleId, RuleSetting>> = {};
  for (const [rule, given] of Object.entries(value)) {
    if (!isRuleId(rule))
      throw new Mistake(
        ['rules', rule],
        `sets a rule that does not exist: "${rule}"`,
        `The rules are ${list(RULE_IDS)}.`,
      );
    const setting = SETTINGS.find((one) => one === given);
    if (setting === undefined) {
      const what = `gives the rule "${rule}" the value ${JSON.stringify(given)}`;
      throw new Mistake(['rules', rule], what, `Write ${list(SETTINGS)}.`);
    }
    rules[rule] = setting;
  }
  return rules;
}

/** Files of others that a baseline would be written over. */
const OF_OTHERS =
  /(?:^|\/)(?:package|package-lock|npm-shrinkwrap|jsconfig|tsconfig(?:\.[^/]*)?|signal-next\.config)\.json$/i;

/** The baseline is written, so it has to be a JSON file of the app that is nothing else. */
function readBaselinePath(value: unknown): string {
  const path = typeof value === 'string' ? posix.normalize(value.replaceAll('\\', '/')) : '';
  const isInside =
    path !== '' && !path.startsWith('../') && !posix.isAbsolute(path) && !/^[A-Za-z]:/.test(path);
  if (isInside && !OF_OTHERS.test(path) && path.endsWith('.json')) return path;
  throw new Mistake(
    ['baseline'],
    `gives "baseline" the value ${JSON.stringify(value)}`,
    `Name a .json file of its own in the app's folder, e.g. "${BASELINE_FILE}".`,
  );
}

function list(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} or ${last}`;
}

function invalid(message: string, next: string): ConfigResult {
  return { kind: 'invalid', message, next };
}
