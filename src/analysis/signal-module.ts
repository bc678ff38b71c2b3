import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { freeNameIn } from '../source/names.js';
import type { SourceFile } from '../source/parse.js';
import { acceptedSources } from './accepted-sources.js';
import { ByDepth } from './by-depth.js';
import { SignalClients } from './clients.js';
import { followLocal, type ModuleExport, moduleExports } from './exports.js';
import { importedFrom } from './expressions.js';
import type { SourceKind } from './model.js';
import type { ModuleHost } from './module-host.js';
import { programOf } from './program.js';

/** Specifiers whose `createSignalServer` / `createSignalNode` make a Signal client. */
export const SDK_MODULES = ['signal-next/server', '@signal-js/nextjs/server', '@signal-js/node'] as const;

/** How a Signal module reads the session. A narrow reader is a person's own and takes only some session sources. */
export type ModuleReader =
  | { readonly kind: 'complete' }
  | { readonly kind: 'narrow'; readonly name: string; readonly accepts: readonly SourceKind[] }
  | { readonly kind: 'none' };

/** What the module that builds the Signal client constructs and exports. */
export interface SignalModuleFacts {
  readonly format: 'esm' | 'cjs';
  /** Exported names that are a client, or a function that gives one; `default` for the default export. */
  readonly clients: readonly { readonly name: string; readonly kind: 'value' | 'factory' }[];
  readonly reader: ModuleReader;
  /** The export that takes every session source: as it is, or as completing the module will name it. */
  readonly readerName: string;
  /** The exported type of what it returns: as it is, or as completing will name it; undefined where there is none. */
  readonly typeName: string | undefined;
  readonly exportsSessionInfo: boolean;
  /** `import 'server-only'`: the build fails when a `getServerSideProps` page imports the module. */
  readonly serverOnly: boolean;
}

/**
 * Describes the module that builds the Signal client. With a `host`, re-exports are followed into the project;
 * without one a reader of another module counts as narrow, because nothing is known of it.
 */
export function describeSignalModule(
  file: SourceFile,
  {
    sdkModules = SDK_MODULES,
    host,
  }: { readonly sdkModules?: readonly string[]; readonly host?: ModuleHost } = {},
): SignalModuleFacts {
  const project: ModuleHost = {
    resolve: (specifier, from) => host?.resolve(specifier, from),
    specifierFor: (to, from) => host?.specifierFor(to, from) ?? to,
    load: (path) => (path === file.path ? file : host?.load(path)),
  };
  const found = new ReaderSearch(project, sdkModules).search(file);
  const exportsSessionInfo = exportedTypes(file).has('SessionInfo');
  const shared = {
    format: formatOf(file),
    clients: exportedClients(file, project, sdkModules),
    exportsSessionInfo,
    serverOnly: file.ast.program.body.some(
      (statement) => statement.type === 'ImportDeclaration' && statement.source.value === 'server-only',
    ),
  };
  if (found?.complete) {
    const typeName = found.typeName ?? (exportsSessionInfo ? 'SessionInfo' : undefined);
    return { ...shared, reader: { kind: 'complete' }, readerName: found.name, typeName };
  }
  return {
    ...shared,
    reader: found ? { kind: 'narrow', name: found.name, accepts: found.accepts } : { kind: 'none' },
    readerName: freeNameIn(file, ['getSessionInfo', 'getSignalSession']),
    typeName: file.language === 'js' ? undefined : freeNameIn(file, ['SessionInfo', 'SignalSessionInfo']),
  };
}

interface FoundReader {
  readonly name: string;
  readonly complete: boolean;
  readonly accepts: readonly SourceKind[];
  readonly typeName: string | undefined;
}

const HEADER_NAME = /x-signal-(?:session|window|distinct)-id/i;

/** Finds the exported function that reads the session from the `x-signal-*` headers. */
class ReaderSearch {
  readonly #host: ModuleHost;
  readonly #sdkModules: readonly string[];
  /** Barrels that lead to each other would be gone through in every order. */
  readonly #known = new ByDepth<FoundReader | undefined>();

  constructor(host: ModuleHost, sdkModules: readonly string[]) {
    this.#host = host;
    this.#sdkModules = sdkModules;
  }

  search(file: SourceFile): FoundReader | undefined {
    const exported = moduleExports(programOf(file));
    const named = this.#export(file, 'getSessionInfo', 0);
    if (named?.complete) return named;
    for (const one of exported) {
      const other =
        one.kind === 'value' && one.name !== 'default' ? this.#export(file, one.name, 0) : undefined;
      if (other?.complete) return other;
    }
    return named;
  }

  #export(file: SourceFile, name: string, hops: number): FoundReader | undefined {
    return this.#known.once(file, hops, () => this.#exportOnce(file, name, hops), name);
  }

  #exportOnce(file: SourceFile, name: string, hops: number): FoundReader | undefined {
    const exported = moduleExports(programOf(file));
    const own = exported.find((one) => one.kind !== 'all' && one.name === name);
    if (own) return this.#reader(own, file, hops);
    for (const one of exported) {
      const found =
        one.kind === 'all' ? this.#elsewhere(one.source, name, name, file, hops, 'maybe') : undefined;
      if (found) return found;
    }
    return undefined;
  }

  #reader(exported: ModuleExport, file: SourceFile, hops: number): FoundReader | undefined {
    if (exported.kind === 'all') return undefined;
    const { name } = exported;
    if (exported.kind === 'from')
      return this.#elsewhere(exported.source, exported.imported, name, file, hops, 'sure');
    const value = followLocal(exported.value);
    if (value.isIdentifier()) {
      const binding = value.scope.getBinding(value.node.name);
      const imported = binding && importedFrom(binding);
      if (!imported) return undefined;
      // Imported and exported under a name that promises it; other names may be anything.
      return name === 'getSessionInfo'
        ? this.#elsewhere(imported.source, imported.name, name, file, hops, 'sure')
        : undefined;
    }
    if (!value.isFunction() || !HEADER_NAME.test(file.text)) return undefined;
    const program = file.ast.program;
    const accepts = acceptedSources(value, program);
    if (name !== 'getSessionInfo' && !HEADER_NAME.test(textOf(value, file))) return undefined;
    return { name, accepts, complete: accepts.length === 3, typeName: returnedType(value, file) };
  }

  #elsewhere(
    source: string,
    imported: string,
    name: string,
    file: SourceFile,
    hops: number,
    exported: 'sure' | 'maybe',
  ): FoundReader | undefined {
    if (this.#sdkModules.includes(source) && exported === 'sure') {
      return { name, complete: true, accepts: [], typeName: undefined };
    }
    const path = this.#host.resolve(source, file.path);
    const other = path !== undefined && hops < 5 ? this.#host.load(path) : undefined;
    const found = other && this.#export(other, imported, hops + 1);
    if (found) return { ...found, name, typeName: undefined };
    const unknown = { name, complete: false, accepts: [], typeName: undefined };
    return exported === 'sure' && name === 'getSessionInfo' ? unknown : undefined;
  }
}

function textOf(fn: NodePath<t.Function>, file: SourceFile): string {
  return file.text.slice(fn.node.start ?? 0, fn.node.end ?? 0);
}

/** The exported type that a function says it returns. */
function returnedType(fn: NodePath<t.Function>, file: SourceFile): string | undefined {
  const annotation = fn.node.returnType;
  if (annotation?.type !== 'TSTypeAnnotation') return undefined;
  const type = annotation.typeAnnotation;
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined;
  return exportedTypes(file).has(type.typeName.name) ? type.typeName.name : undefined;
}

function exportedTypes(file: SourceFile): Set<string> {
  const names = new Set<string>();
  for (const statement of file.ast.program.body) {
    if (statement.type !== 'ExportNamedDeclaration') continue;
    const { declaration } = statement;
    if (declaration?.type === 'TSInterfaceDeclaration' || declaration?.type === 'TSTypeAliasDeclaration') {
      names.add(declaration.id.name);
    }
    for (const specifier of statement.specifiers) {
      if (specifier.type !== 'ExportSpecifier') continue;
      if (specifier.exported.type === 'Identifier') names.add(specifier.exported.name);
    }
  }
  return names;
}

function exportedClients(
  file: SourceFile,
  host: ModuleHost,
  sdkModules: readonly string[],
): SignalModuleFacts['clients'] {
  const clients = new SignalClients(host, sdkModules);
  return moduleExports(programOf(file)).flatMap((one): SignalModuleFacts['clients'] => {
    const kind = one.kind === 'all' ? undefined : clients.exportKind(file.path, one.name);
    return kind && one.kind !== 'all' ? [{ name: one.name, kind }] : [];
  });
}

/**
 * By what the file is written in; a file that says nothing goes by its extension, and `.js` counts as an ES module,
 * because Next.js compiles both.
 */
function formatOf(file: SourceFile): 'esm' | 'cjs' {
  const { body } = file.ast.program;
  if (body.some((statement) => statement.type.startsWith('Export'))) return 'esm';
  // Compiled code may `import` and still set `module.exports`; an `export` beside that would break it.
  if (moduleExports(programOf(file)).length > 0 || /\.c[jt]s$/.test(file.path)) return 'cjs';
  if (body.some((statement) => statement.type === 'ImportDeclaration') || /\.m[jt]s$/.test(file.path))
    return 'esm';
  return /\brequire\s*\(/.test(file.text) ? 'cjs' : 'esm';
}
