import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { groupBy } from '../source/group-by.js';
import type { SourceFile } from '../source/parse.js';
import { importedName } from './exports.js';
import { calleeOf, requiredSource } from './expressions.js';
import type { ModuleHost } from './module-host.js';
import { callsOf, programOf } from './program.js';

/** One way in which a file names another module. */
export type ModuleRequest =
  /** `import { imported as local }`; `*` is the namespace. */
  | {
      readonly kind: 'import';
      readonly source: string;
      readonly imported: string;
      readonly local: NodePath<t.Identifier>;
    }
  | {
      readonly kind: 're-export';
      readonly source: string;
      readonly imported: string;
      readonly exported: string;
    }
  | { readonly kind: 'export-all'; readonly source: string }
  /** `require('x')` or `import('x')`: an expression that stands for the whole module. */
  | { readonly kind: 'expression'; readonly source: string; readonly expression: NodePath };

const requestsByFile = new WeakMap<SourceFile, readonly ModuleRequest[]>();

/** Every place where `file` takes something from another module at run time; types alone are left out. */
export function moduleRequests(file: SourceFile): readonly ModuleRequest[] {
  const known = requestsByFile.get(file);
  if (known) return known;
  const found: ModuleRequest[] = [];
  for (const statement of programOf(file).get('body')) {
    if (statement.isImportDeclaration()) found.push(...imports(statement));
    else if (statement.isExportNamedDeclaration()) found.push(...reExports(statement.node));
    else if (statement.isExportAllDeclaration())
      found.push({ kind: 'export-all', source: statement.node.source.value });
    else if (statement.isTSImportEqualsDeclaration()) {
      const reference = statement.node.moduleReference;
      if (reference.type !== 'TSExternalModuleReference') continue;
      const source = reference.expression.value;
      found.push({ kind: 'import', source, imported: '*', local: statement.get('id') });
    }
  }
  for (const call of callsOf(file)) {
    const callee = calleeOf(call);
    if (!callee.isImport() && !callee.isIdentifier({ name: 'require' })) continue;
    const source = requiredSource(call);
    if (source !== undefined) found.push({ kind: 'expression', source, expression: call });
  }
  requestsByFile.set(file, found);
  return found;
}

function imports(declaration: NodePath<t.ImportDeclaration>): ModuleRequest[] {
  const source = declaration.node.source.value;
  return declaration.get('specifiers').map((specifier) => {
    const imported = specifier.isImportSpecifier()
      ? importedName(specifier.node)
      : specifier.isImportDefaultSpecifier()
        ? 'default'
        : '*';
    return { kind: 'import', source, imported, local: specifier.get('local') };
  });
}

function reExports({ source, specifiers }: t.ExportNamedDeclaration): ModuleRequest[] {
  if (!source) return [];
  return specifiers.map((specifier) => {
    const { exported } = specifier;
    const name = exported.type === 'Identifier' ? exported.name : exported.value;
    const imported = specifier.type === 'ExportSpecifier' ? specifier.local.name : '*';
    return { kind: 're-export', source: source.value, imported, exported: name };
  });
}

type ByTarget = ReadonlyMap<string | undefined, readonly ModuleRequest[]>;

const requestsByTarget = new WeakMap<ModuleHost, WeakMap<SourceFile, ByTarget>>();

/** The requests of `file` that lead to the module `target`. */
export function requestsOf(target: string, file: SourceFile, host: ModuleHost): readonly ModuleRequest[] {
  const ofHost = requestsByTarget.get(host) ?? new WeakMap<SourceFile, ByTarget>();
  requestsByTarget.set(host, ofHost);
  const known =
    ofHost.get(file) ?? groupBy(moduleRequests(file), ({ source }) => host.resolve(source, file.path));
  ofHost.set(file, known);
  return known.get(target) ?? [];
}
