import type { SourceFile } from '../../source/parse.js';
import { specifiersIn } from '../../source/specifiers.js';
import type { NodePath } from '../../source/traverse.js';
import { asMember, originalName, unwrap } from '../expressions.js';
import { mayForward } from '../forwarding-exports.js';
import { type ModuleHost, SIGNAL_SDK } from '../module-host.js';
import { scopedProgram } from './exported-values.js';
import type { Ref, Trail, Usage } from './value.js';
import { valuesOf } from './values.js';

/** Makes a component of another, in a file of either. */
const WRAPPER = /\b(?:memo|dynamic|lazy)\b/;

/** Looks files up by their text, so that only those that can matter are parsed. */
export interface FileSearch {
  readonly paths: readonly string[];
  readonly host: ModuleHost;
}

/** The files whose text holds one of `needles`. */
export function filesMentioning(search: FileSearch, needles: readonly string[]): string[] {
  const word = needles.every((needle) => SIGNAL_SDK.test(needle)) ? 'signal-sdk' : undefined;
  return search.paths.filter((path) => {
    if (word && search.host.mayHold?.(path, word) === false) return false;
    const text = textOf(search.host, path);
    return text !== undefined && needles.some((needle) => text.includes(needle));
  });
}

/** The files that import something from `start`, directly or through files that re-export it. */
export function filesReaching(search: FileSearch, start: readonly string[]): Set<string> {
  const importersOf = importersIn(search);
  const found = new Set(start);
  const pending = [...start];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    for (const importer of importersOf(path)) {
      if (found.has(importer)) continue;
      found.add(importer);
      const text = textOf(search.host, importer) ?? '';
      if (mayForward(text) || WRAPPER.test(text)) pending.push(importer);
    }
  }
  return found;
}

type Importers = (path: string) => readonly string[];
const importersBySearch = new WeakMap<FileSearch, Importers>();

/**
 * Who imports each file, as the host knows it; else by specifiers found by text, which costs a fraction of parsing, and
 * resolved as the project does. Built once for a search, and only when somebody asks.
 */
function importersIn(search: FileSearch): Importers {
  const known = importersBySearch.get(search);
  if (known) return known;
  const own = new Set(search.paths);
  const { users } = search.host;
  const importers: Importers = users
    ? (path) => users(path).filter((user) => own.has(user))
    : indexedImporters(search);
  importersBySearch.set(search, importers);
  return importers;
}

function indexedImporters(search: FileSearch): Importers {
  const importers = new Map<string, string[]>();
  for (const path of search.paths) {
    const specifiers = specifiersIn(textOf(search.host, path) ?? '');
    for (const specifier of specifiers) {
      const target = search.host.resolve(specifier, path);
      if (target === undefined) continue;
      const list = importers.get(target);
      if (list) list.push(path);
      else importers.set(target, [path]);
    }
  }
  return (path) => importers.get(path) ?? [];
}

/** Every JSX element and `createElement` call of the file. */
export function rendersIn(file: SourceFile): Usage[] {
  const usages: Usage[] = [];
  scopedProgram(file)?.traverse({
    JSXElement(path) {
      const component = path.get('openingElement').get('name');
      const name = component.node;
      if (name.type === 'JSXNamespacedName') return;
      if (name.type === 'JSXIdentifier' && /^[a-z]/.test(name.name)) return;
      usages.push({ file, path, component });
    },
    CallExpression(path) {
      const component = path.get('arguments')[0];
      if (component === undefined || !component.isExpression() || component.isStringLiteral()) return;
      if (!mayCreateElement(path.get('callee'))) return;
      usages.push({ file, path, component });
    },
  });
  return usages;
}

/** Whether `usage` calls React's `createElement`, or is JSX. */
export function isRender(trail: Trail, { file, path }: Usage): boolean {
  if (!path.isCallExpression()) return true;
  return valuesOf(trail, { file, path: path.get('callee'), frame: undefined }).some(
    (value) => value.kind === 'package' && value.module === 'react' && value.name === 'createElement',
  );
}

/** The uses of `component` among the project's files, looking `steps` deep at each candidate. */
export function findUsages(trail: Trail, search: FileSearch, component: Ref, steps: number): Usage[] {
  return [...filesReaching(search, [component.file.path])].flatMap((path) => {
    const file = search.host.load(path);
    if (file === undefined) return [];
    return rendersIn(file).filter((usage) => {
      trail.steps = steps;
      const values = valuesOf(trail, { file, path: usage.component, frame: undefined });
      return (
        values.some((value) => value.kind === 'node' && value.ref.path.node === component.path.node) &&
        isRender(trail, usage)
      );
    });
  });
}

/** By the name alone, its own or that of what is imported; `isRender` looks at what it is. */
function mayCreateElement(callee: NodePath): boolean {
  const value = unwrap(callee);
  const name = value.isIdentifier() ? originalName(value.node.name, value) : asMember(value)?.name;
  return name === 'createElement';
}

function textOf(host: ModuleHost, path: string): string | undefined {
  return host.text ? host.text(path) : host.load(path)?.text;
}
