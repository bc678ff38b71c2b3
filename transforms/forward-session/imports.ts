import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { moduleExports } from '../../src/analysis/exports.js';
import { spanOf } from '../../src/analysis/expressions.js';
import type { ModuleReference } from '../../src/analysis/model.js';
import type { ModuleHost } from '../../src/analysis/module-host.js';
import { programOf } from '../../src/analysis/program.js';
import {
  addStatements,
  type ImportedName,
  importSpecifier,
  importStatement,
  type NewStatement,
  type PlacedImport,
  requiredName,
} from '../../src/source/add-import.js';
import { readBelow } from '../../src/source/crawl.js';
import type { Edit } from '../../src/source/edit.js';
import { appendItems } from '../../src/source/list.js';
import { freeName, namesUsedIn } from '../../src/source/names.js';
import type { SourceFile } from '../../src/source/parse.js';
import { isOfProject } from '../../src/source/specifiers.js';
import type { FileStyle } from '../../src/source/style.js';
import { bracketsAround } from './brackets.js';
import {
  acceptsMore,
  localNameIn,
  namespaceOf,
  type TopLevelImport,
  topLevelImports,
} from './existing-imports.js';
import { prefixed } from './names.js';
import { insertSorted } from './sorted-specifiers.js';

interface Addition {
  readonly source: ModuleReference;
  /** The declaration that is extended; undefined for a new one. */
  readonly target: TopLevelImport | undefined;
  readonly names: ImportedName[];
}

/** Collects what a file needs imported, reuses what it imports already, and writes the rest as edits. */
export class Imports {
  readonly #file: SourceFile;
  readonly #host: ModuleHost;
  readonly #style: FileStyle;
  readonly #program: NodePath<t.Program>;
  readonly #existing: readonly TopLevelImport[];
  readonly #format: 'esm' | 'cjs';
  readonly #additions: Addition[] = [];

  constructor(file: SourceFile, host: ModuleHost, style: FileStyle) {
    this.#file = file;
    this.#host = host;
    this.#style = style;
    this.#program = programOf(file);
    this.#existing = topLevelImports(this.#program);
    const requires =
      file.ast.program.sourceType === 'script' && this.#existing.some(({ kind }) => kind === 'require');
    this.#format = requires ? 'cjs' : 'esm';
  }

  /** How `imported` of `source` can be named in the functions `within`. */
  use(source: ModuleReference, imported: string, within: readonly NodePath[], isType = false): string {
    if (source.kind === 'file' && source.path === this.#file.path) return this.#ownName(imported);
    const declarations = this.#existing.filter((one) => this.#isFrom(one, source));
    const known =
      this.#known(declarations, within, (one) => localNameIn(one, imported, isType)) ??
      this.#knownMember(declarations, within, imported, isType);
    if (known !== undefined) return known;
    const added = this.#additions
      .filter((one) => sameSource(one.source, source))
      .flatMap(({ names }) => names)
      .find((one) => one.imported === imported && (isType || !one.isType));
    if (added && within.every((fn) => isUnused(added.local, fn))) return added.local;
    const aliases = imported === 'headers' ? ['nextHeaders'] : [];
    const taken = { has: (name: string) => this.#isTaken(name, within) };
    const local = freeName([imported, ...aliases, prefixed(imported)], taken);
    this.#add(source, declarations, { imported, local, isType });
    return local;
  }

  edits(): Edit[] {
    const extended = this.#additions.flatMap(({ target, names }) =>
      target ? this.#extend(target, names) : [],
    );
    const wanted = this.#additions.flatMap(({ source, target, names }): NewStatement[] => {
      if (target) return [];
      const from = this.#specifierOf(source);
      return [{ from, text: importStatement(names, from, this.#format, this.#style) }];
    });
    const listed = this.#existing.map((one): PlacedImport => {
      const bindsNames = one.kind === 'require' || one.path.node.specifiers.length > 0;
      return { kind: one.kind, source: one.source, bindsNames, statement: one.path.node };
    });
    const added = addStatements(this.#file, listed, wanted, {
      format: this.#format,
      style: this.#style,
      isProjectFile: (one) => this.#isProjectFile(one),
    });
    return [...extended, ...added];
  }

  /** What the file calls an export of its own. */
  #ownName(exported: string): string {
    for (const one of moduleExports(this.#program)) {
      if (one.kind === 'value' && one.name === exported && one.value.isIdentifier())
        return one.value.node.name;
    }
    return exported;
  }

  #known(
    declarations: readonly TopLevelImport[],
    within: readonly NodePath[],
    nameIn: (one: TopLevelImport) => string | undefined,
  ): string | undefined {
    return declarations.map(nameIn).find((local) => local !== undefined && this.#isVisible(local, within));
  }

  #knownMember(
    declarations: readonly TopLevelImport[],
    within: readonly NodePath[],
    imported: string,
    isType: boolean,
  ): string | undefined {
    const namespace = this.#known(declarations, within, (one) => namespaceOf(one, isType));
    return namespace === undefined ? undefined : `${namespace}.${imported}`;
  }

  #isFrom(one: TopLevelImport, source: ModuleReference): boolean {
    if (source.kind === 'package') return one.source === source.specifier;
    return this.#host.resolve(one.source, this.#file.path) === source.path;
  }

  /** Whether `local`, bound at the top of the file, means the same inside `within`. */
  #isVisible(local: string, within: readonly NodePath[]): boolean {
    const own = this.#program.scope.getOwnBinding(local);
    return within.every((fn) => {
      let shadowed = false;
      readBelow(fn, {
        Scope: (inner) => {
          const binding = inner.scope.getOwnBinding(local);
          if (binding && binding !== own) shadowed = true;
        },
      });
      const outer = fn.scope.getBinding(local);
      return !shadowed && (outer === undefined || outer === own);
    });
  }

  #isTaken(name: string, within: readonly NodePath[]): boolean {
    if (this.#program.scope.hasOwnBinding(name) || this.#program.scope.hasGlobal(name)) return true;
    if (this.#additions.some(({ names }) => names.some(({ local }) => local === name))) return true;
    return !within.every((fn) => isUnused(name, fn));
  }

  #add(source: ModuleReference, declarations: readonly TopLevelImport[], name: ImportedName): void {
    const isType = name.isType === true;
    const target = declarations.find((one) => acceptsMore(one, isType));
    const entry = this.#additions.find((one) => sameSource(one.source, source) && one.target === target);
    if (entry) entry.names.push(name);
    else this.#additions.push({ source, target, names: [name] });
  }

  #extend(target: TopLevelImport, names: readonly ImportedName[]): Edit[] {
    const { text } = this.#file;
    if (target.kind === 'require') {
      if (!target.target.isObjectPattern()) return [];
      const { node } = target.target;
      const { start } = spanOf(node);
      const list = bracketsAround(text, node.properties.map(spanOf), '{', start + 1);
      return appendItems(text, list, names.map(requiredName), this.#style);
    }
    const { specifiers, importKind } = target.path.node;
    const textOf = (name: ImportedName): string =>
      importSpecifier(importKind === 'type' ? { ...name, isType: false } : name);
    const imports = this.#existing.flatMap((one) => (one.kind === 'import' ? [one.path.node] : []));
    const entries = names.map((name) => ({ name: name.imported, text: textOf(name) }));
    const sorted = insertSorted(text, target.path.node, entries, imports, this.#style);
    if (sorted) return sorted;
    const added = names.map(textOf);
    const named = specifiers.filter((one) => one.type === 'ImportSpecifier').map(spanOf);
    if (named.length === 0) {
      const after = spanOf(specifiers.at(-1) ?? target.path.node).end;
      return [{ start: after, end: after, text: `, { ${added.join(', ')} }` }];
    }
    return appendItems(text, bracketsAround(text, named, '{'), added, this.#style);
  }

  /** As the file names the module already, else as the project would. */
  #specifierOf(source: ModuleReference): string {
    if (source.kind === 'package') return source.specifier;
    const known = this.#existing.find((one) => this.#isFrom(one, source));
    return known?.source ?? this.#host.specifierFor(source.path, this.#file.path);
  }

  #isProjectFile(specifier: string): boolean {
    return isOfProject(specifier, this.#host.resolve(specifier, this.#file.path));
  }
}

/** Whether a name that the top of the file does not have means nothing yet in a function, and around it. */
function isUnused(name: string, fn: NodePath): boolean {
  return !namesUsedIn(fn.node).has(name) && !fn.scope.hasBinding(name, true);
}

function sameSource(a: ModuleReference, b: ModuleReference): boolean {
  return a.kind === 'package'
    ? b.kind === 'package' && a.specifier === b.specifier
    : b.kind === 'file' && a.path === b.path;
}
