import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { requiredSource, spanOf, unwrap } from '../../src/analysis/expressions.js';
import type { ModuleHost } from '../../src/analysis/module-host.js';
import { programOf } from '../../src/analysis/program.js';
import type { Edit } from '../../src/source/edit.js';
import { appendItems } from '../../src/source/list.js';
import type { SourceFile } from '../../src/source/parse.js';
import type { Span } from '../../src/source/span.js';
import type { FileStyle } from '../../src/source/style.js';
import { skipTrivia, trailingCommentEnd } from '../../src/source/trivia.js';
import { freeName, namesUsedIn, prefixed } from './names.js';

/** A module as it is named in the text, or a project file that is still to be named. */
export type ImportSource =
  | { readonly kind: 'package'; readonly specifier: string }
  | { readonly kind: 'file'; readonly path: string };

interface Addition {
  readonly imported: string;
  readonly local: string;
  readonly isType: boolean;
}

type TopLevelImport =
  | { readonly kind: 'import'; readonly source: string; readonly path: NodePath<t.ImportDeclaration> }
  | {
      readonly kind: 'require';
      readonly source: string;
      readonly path: NodePath<t.VariableDeclaration>;
      readonly pattern: NodePath<t.ObjectPattern> | undefined;
    };

/** Collects what a file needs imported, reuses what it imports already, and writes the rest as edits. */
export class Imports {
  readonly #file: SourceFile;
  readonly #host: ModuleHost;
  readonly #style: FileStyle;
  readonly #program: NodePath<t.Program>;
  readonly #existing: readonly TopLevelImport[];
  readonly #isCommonJs: boolean;
  readonly #additions = new Map<TopLevelImport | string, { source: ImportSource; items: Addition[] }>();

  constructor(file: SourceFile, host: ModuleHost, style: FileStyle) {
    this.#file = file;
    this.#host = host;
    this.#style = style;
    this.#program = programOf(file);
    this.#existing = topLevelImports(this.#program);
    this.#isCommonJs =
      file.ast.program.sourceType === 'script' && this.#existing.some(({ kind }) => kind === 'require');
  }

  /** The local name under which `imported` of `source` can be used in the functions `within`. */
  use(source: ImportSource, imported: string, within: readonly NodePath[], isType = false): string {
    const declarations = this.#existing.filter((one) => this.#isFrom(one, source));
    for (const one of declarations) {
      const local = localNameIn(one, imported, isType);
      if (local !== undefined && this.#isVisible(local, within)) return local;
    }
    const added = [...this.#additions.values()]
      .filter((entry) => sameSource(entry.source, source))
      .flatMap(({ items }) => items)
      .find((one) => one.imported === imported && (isType || !one.isType));
    if (added && within.every((fn) => !namesUsedIn(fn).has(added.local))) return added.local;
    const aliases = imported === 'headers' ? ['nextHeaders'] : [];
    const local = freeName([imported, ...aliases, prefixed(imported)], (name) => this.#isTaken(name, within));
    this.#add(source, declarations, { imported, local, isType });
    return local;
  }

  edits(): Edit[] {
    const edits: Edit[] = [];
    for (const [target, { source, items }] of this.#additions) {
      if (typeof target === 'string') edits.push(this.#newDeclaration(source, items));
      else if (target.kind === 'import') edits.push(...this.#extendImport(target.path, items));
      else if (target.pattern) edits.push(...this.#extendPattern(target.pattern, items));
    }
    return edits;
  }

  #isFrom(one: TopLevelImport, source: ImportSource): boolean {
    if (source.kind === 'package') return one.source === source.specifier;
    return this.#host.resolve(one.source, this.#file.path) === source.path;
  }

  /** Whether `local`, bound at the top of the file, means the same inside `within`. */
  #isVisible(local: string, within: readonly NodePath[]): boolean {
    const own = this.#program.scope.getOwnBinding(local);
    return within.every((fn) => {
      let shadowed = false;
      fn.traverse({
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
    if (this.#program.scope.hasOwnBinding(name)) return true;
    for (const { items } of this.#additions.values())
      if (items.some(({ local }) => local === name)) return true;
    if (this.#program.scope.hasGlobal(name)) return true;
    return within.some((fn) => namesUsedIn(fn).has(name));
  }

  #add(source: ImportSource, declarations: readonly TopLevelImport[], addition: Addition): void {
    const target =
      declarations.find((one) => acceptsMore(one, addition.isType)) ?? sourceKey(source, addition.isType);
    const entry = this.#additions.get(target) ?? { source, items: [] };
    entry.items.push(addition);
    this.#additions.set(target, entry);
  }

  #specifier({ imported, local, isType }: Addition, typeDeclaration: boolean): string {
    const name = imported === local ? imported : `${imported} as ${local}`;
    return isType && !typeDeclaration ? `type ${name}` : name;
  }

  #extendImport(path: NodePath<t.ImportDeclaration>, items: readonly Addition[]): Edit[] {
    const { text } = this.#file;
    const { specifiers, importKind } = path.node;
    const added = items.map((item) => this.#specifier(item, importKind === 'type'));
    const named = specifiers.filter((one) => one.type === 'ImportSpecifier').map(spanOf);
    const [first] = named;
    if (!first) {
      const after = spanOf(specifiers.at(-1) ?? path.node).end;
      return [{ start: after, end: after, text: `, { ${added.join(', ')} }` }];
    }
    return appendItems(text, bracketsAround(text, named, '{'), added, this.#style);
  }

  #extendPattern(pattern: NodePath<t.ObjectPattern>, items: readonly Addition[]): Edit[] {
    const { text } = this.#file;
    const { start } = spanOf(pattern.node);
    const properties = pattern.node.properties.map(spanOf);
    const close = skipTrivia(text, properties.at(-1)?.end ?? start + 1);
    const added = items.map(({ imported, local }) =>
      imported === local ? imported : `${imported}: ${local}`,
    );
    return appendItems(
      text,
      { open: start + 1, close: afterComma(text, close), items: properties, padded: true },
      added,
      this.#style,
    );
  }

  #newDeclaration(source: ImportSource, items: readonly Addition[]): Edit {
    const { quote, semicolons, eol } = this.#style;
    const specifier =
      source.kind === 'package' ? source.specifier : this.#host.specifierFor(source.path, this.#file.path);
    const end = semicolons ? ';' : '';
    const from = `${quote}${specifier}${quote}`;
    const onlyTypes = items.every(({ isType }) => isType);
    const named = items.map((item) =>
      this.#isCommonJs
        ? item.imported === item.local
          ? item.imported
          : `${item.imported}: ${item.local}`
        : this.#specifier(item, onlyTypes),
    );
    const declaration = this.#isCommonJs
      ? `const { ${named.join(', ')} } = require(${from})${end}`
      : `import ${onlyTypes ? 'type ' : ''}{ ${named.join(', ')} } from ${from}${end}`;
    const place = this.#placeFor(source);
    const text =
      place.kind === 'after'
        ? `${eol.repeat(place.blankLine ? 2 : 1)}${declaration}`
        : `${declaration}${eol.repeat(place.blankLine ? 2 : 1)}`;
    return { start: place.at, end: place.at, text };
  }

  /** New imports go to their kind: packages to packages (Next's to Next's), the project's own files to their like. */
  #placeFor(source: ImportSource): { kind: 'after' | 'before'; at: number; blankLine: boolean } {
    const { text } = this.#file;
    const isOwn = (one: TopLevelImport): boolean => this.#isProjectFile(one.source);
    const fromNext = (one: TopLevelImport): boolean => /^next(\/|$)/.test(one.source);
    const all = this.#existing;
    const neighbour =
      source.kind === 'file'
        ? (all.findLast(isOwn) ?? all.at(-1))
        : (all.findLast((one) => fromNext(one) && !isOwn(one)) ?? all.findLast((one) => !isOwn(one)));
    if (neighbour) {
      const at = trailingCommentEnd(text, spanOf(neighbour.path.node).end);
      return { kind: 'after', at, blankLine: false };
    }
    const [first] = all;
    if (first) return { kind: 'before', at: spanOf(first.path.node).start, blankLine: false };
    const directive = this.#file.ast.program.directives.at(-1);
    if (directive)
      return { kind: 'after', at: trailingCommentEnd(text, spanOf(directive).end), blankLine: true };
    return { kind: 'before', at: startOfCode(this.#file), blankLine: true };
  }

  #isProjectFile(specifier: string): boolean {
    return /^[.~#]|^@\//.test(specifier) || this.#host.resolve(specifier, this.#file.path) !== undefined;
  }
}

function sourceKey(source: ImportSource, isType: boolean): string {
  return `${source.kind === 'package' ? source.specifier : source.path}${isType ? ' (types)' : ''}`;
}

function sameSource(a: ImportSource, b: ImportSource): boolean {
  return sourceKey(a, false) === sourceKey(b, false);
}

function topLevelImports(program: NodePath<t.Program>): TopLevelImport[] {
  return program.get('body').flatMap((statement): TopLevelImport[] => {
    if (statement.isImportDeclaration())
      return [{ kind: 'import', source: statement.node.source.value, path: statement }];
    if (!statement.isVariableDeclaration()) return [];
    const [declarator] = statement.get('declarations');
    const init = declarator?.get('init') as NodePath | undefined;
    const source = init?.node ? requiredSource(unwrap(init)) : undefined;
    if (!declarator || source === undefined) return [];
    const id = declarator.get('id');
    return [{ kind: 'require', source, path: statement, pattern: id.isObjectPattern() ? id : undefined }];
  });
}

/** The local name of `imported` in a declaration that has it already, as a value unless a type will do. */
function localNameIn(one: TopLevelImport, imported: string, isType: boolean): string | undefined {
  if (one.kind === 'require') {
    for (const property of one.pattern?.node.properties ?? []) {
      if (property.type !== 'ObjectProperty' || property.value.type !== 'Identifier') continue;
      if (property.key.type === 'Identifier' && property.key.name === imported) return property.value.name;
    }
    return undefined;
  }
  if (one.path.node.importKind === 'type' && !isType) return undefined;
  for (const specifier of one.path.node.specifiers) {
    if (specifier.type !== 'ImportSpecifier' || (specifier.importKind === 'type' && !isType)) continue;
    const name =
      specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
    if (name === imported) return specifier.local.name;
  }
  return undefined;
}

/** Whether a named specifier can be added to the declaration. */
function acceptsMore(one: TopLevelImport, isType: boolean): boolean {
  if (one.kind === 'require') return one.pattern !== undefined && !isType;
  const { specifiers, importKind } = one.path.node;
  if (importKind === 'typeof' || specifiers.length === 0) return false;
  if (importKind === 'type') return isType && specifiers.every(({ type }) => type === 'ImportSpecifier');
  return specifiers.every(({ type }) => type !== 'ImportNamespaceSpecifier');
}

/** The brackets around a non-empty list. */
export function bracketsAround(
  text: string,
  items: readonly Span[],
  bracket: '{' | '(',
): {
  open: number;
  close: number;
  items: readonly Span[];
  padded: boolean;
} {
  const first = items[0]?.start ?? 0;
  const last = items.at(-1)?.end ?? 0;
  return {
    open: text.lastIndexOf(bracket, first - 1) + 1,
    close: afterComma(text, skipTrivia(text, last)),
    items,
    padded: bracket === '{',
  };
}

function afterComma(text: string, at: number): number {
  return text[at] === ',' ? skipTrivia(text, at + 1) : at;
}

/** Where the first statement begins, with the comments that belong to it; a licence above a blank line stays above. */
function startOfCode(file: SourceFile): number {
  const [first] = file.ast.program.body;
  if (!first) return file.text.length;
  let { start } = spanOf(first);
  for (const comment of [...(first.leadingComments ?? [])].reverse()) {
    const gap = file.text.slice(comment.end ?? 0, start);
    if (/\n\s*\n/.test(gap)) break;
    start = comment.start ?? start;
  }
  return start;
}
