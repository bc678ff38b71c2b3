import { join } from 'node:path';
import { CONFIG_FILE } from '../project/config-file.js';
import { projectPath } from '../project/files.js';
import type { Project } from '../project/model.js';
import { NEXT_CONFIG_FILES } from '../project/next-config.js';
import { readPathAliases } from '../project/path-aliases.js';
import { isObject, parseJson } from '../project/read-json.js';
import { readSourceText } from '../project/read-source.js';
import type { ChangedFiles } from './changed-files.js';

/**
 * A changed file that decides about an app as a whole: what modules its imports lead to, which Next.js it is for, what
 * is asked of the check. What hangs on it stands in no file that could be named. Seen from the app's folder.
 */
export function decidingFile(project: Project, changes: ChangedFiles): string | undefined {
  const { root, workspaceRoot, settings, config } = project;
  const isChanged = (path: string): boolean => changes.paths.has(join(root, path));
  const settled = [CONFIG_FILE, settings.baseline, ...NEXT_CONFIG_FILES, config.path ?? '', ...ALIASES].find(
    isChanged,
  );
  if (settled !== undefined) return settled;
  const manifests = [root, workspaceRoot ?? root].flatMap((folder) =>
    MANIFESTS.map((name) => join(folder, name)),
  );
  const decisive = manifests.find((path) => changes.paths.has(path) && isDecisive(path, changes));
  if (decisive !== undefined) return projectPath(root, decisive);
  // What the aliases are inherited from may have any name.
  if (![...changes.paths].some((path) => path.endsWith('.json'))) return undefined;
  const inherited = readPathAliases(root).lookedAt.find((path) => changes.paths.has(path));
  return inherited === undefined ? undefined : projectPath(root, inherited);
}

const ALIASES = ['tsconfig.json', 'jsconfig.json'];
const MANIFESTS = ['package.json', 'pnpm-workspace.yaml'];

/** Whether more of it has changed than the versions of other packages, scripts and the like. */
function isDecisive(path: string, changes: ChangedFiles): boolean {
  const now = readSourceText('', path);
  const before = changes.before([path]).get(path) ?? '';
  return now.kind !== 'text' || decisiveIn(path, now.text) !== decisiveIn(path, before);
}

/** The packages whose version decides something. */
const DECISIVE_PACKAGE = /^(?:next|.*signal.*)$/i;
const DECISIVE_LINE = /^\s*["']?(?:next|[^\s"':]*signal[^\s"':]*)["']?\s*:.*$/gim;
/** The other keys of a package.json that do. */
const DECISIVE_KEYS = ['type', 'imports', 'exports', 'main', 'signal-next'];

function decisiveIn(path: string, text: string): string {
  if (!path.endsWith('.json')) return (text.match(DECISIVE_LINE) ?? []).join('\n');
  const parsed = parseJson(text);
  if (parsed.kind === 'invalid' || !isObject(parsed.value)) return text;
  const { value } = parsed;
  return JSON.stringify([DECISIVE_KEYS.map((key) => value[key]), versionsIn(value)]);
}

/** The versions of such packages, in whatever field or catalog. */
function versionsIn(value: unknown): string[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && DECISIVE_PACKAGE.test(key) ? [`${key}@${inner}`] : versionsIn(inner),
  );
}
