import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { typeDeclaration } from '../declared-types.js';
import { importedFrom } from '../expressions.js';
import { CLIENT_TYPES } from './module-values.js';
import type { Value } from './value.js';
import type { Values } from './values.js';

/** What the name of a type stands for. */
export type FoundType =
  | { readonly kind: 'client' }
  | { readonly kind: 'class'; readonly values: readonly Value[] }
  | {
      readonly kind: 'declared';
      readonly declaration: t.TSInterfaceDeclaration | t.TSTypeAliasDeclaration;
      readonly at: NodePath;
      readonly file: string;
    };

const MOST_HOPS = 10;

/** The type that `source`, imported in the file `from`, exports as `name`. */
export function importedType(
  source: string,
  name: string,
  from: string,
  values: Values,
  hops = 0,
): FoundType | undefined {
  if (values.sdkModules.has(source)) return CLIENT_TYPES.has(name) ? { kind: 'client' } : undefined;
  const path = values.host.resolve(source, from);
  return path === undefined || hops > MOST_HOPS ? undefined : exportedType(path, name, values, hops);
}

function exportedType(path: string, name: string, values: Values, hops: number): FoundType | undefined {
  const program = values.program(path);
  if (!program) return undefined;
  const again = (source: string, imported: string) => importedType(source, imported, path, values, hops + 1);
  let local = name;
  for (const statement of program.node.body) {
    if (statement.type === 'ExportDefaultDeclaration' && name === 'default') {
      const { declaration } = statement;
      if (declaration.type === 'Identifier') local = declaration.name;
      // Babel's types leave out that an interface can be the default export.
      else if ('id' in declaration && declaration.id) local = declaration.id.name;
    }
    if (statement.type !== 'ExportNamedDeclaration') continue;
    for (const one of statement.specifiers) {
      if (one.type !== 'ExportSpecifier' || exportedName(one) !== name) continue;
      if (statement.source) return again(statement.source.value, one.local.name);
      local = one.local.name;
    }
  }
  const declaration = typeDeclaration(local, program);
  if (declaration) return { kind: 'declared', declaration, at: program, file: path };
  const binding = program.scope.getOwnBinding(local);
  const imported = binding && importedFrom(binding);
  if (imported) return again(imported.source, imported.name);
  if (binding) return { kind: 'class', values: values.ofBinding(binding, path) };
  for (const statement of program.node.body) {
    const found = statement.type === 'ExportAllDeclaration' ? again(statement.source.value, name) : undefined;
    if (found) return found;
  }
  return undefined;
}

function exportedName({ exported }: t.ExportSpecifier): string {
  return exported.type === 'Identifier' ? exported.name : exported.value;
}
