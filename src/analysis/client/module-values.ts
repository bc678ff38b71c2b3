import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { moduleExports } from '../exports.js';
import type { NamedClient } from './named-client.js';
import { CLIENT, type Value } from './value.js';
import type { Values } from './values.js';

const CONSTRUCTORS = new Set(['createSignalServer', 'createSignalNode']);
/** The SDK's clients: types, and classes where it exports them as such. */
export const CLIENT_TYPES = new Set(['SignalServer', 'SignalNode', 'SignalServerClient', 'SignalNodeClient']);

/** What the import of `name` (`*` for the namespace) from `source` in the file `from` may be. */
export function importedValues(source: string, name: string, from: string, values: Values): readonly Value[] {
  if (isNamed(source, name, values)) return NAMED;
  if (name === '*') return [{ kind: 'namespace', source, from }];
  if (values.sdkModules.has(source)) {
    return CONSTRUCTORS.has(name) || CLIENT_TYPES.has(name) ? [{ kind: 'constructor' }] : [];
  }
  const path = values.host.resolve(source, from);
  return path === undefined ? [] : values.exported(path, name);
}

/** A named export may be the client or a function that gives one; how it is used shows which. */
const NAMED: readonly Value[] = [CLIENT, { kind: 'constructor' }];

function isNamed(source: string, name: string, values: Values): boolean {
  return take(values, ({ module, exportName }) => exportName === name && module === source);
}

/** The project file that a named module is, told from the root as an import there would be. */
function isNamedFile(path: string, name: string, values: Values): boolean {
  return take(
    values,
    ({ module, exportName }) => exportName === name && values.host.resolve(module, 'package.json') === path,
  );
}

function take({ named, taken }: Values, isMeant: (one: NamedClient) => boolean): boolean {
  const meant = named.filter(isMeant);
  for (const one of meant) taken.add(one);
  return meant.length > 0;
}

/** `require('x')`, `await import('x')` and `import x = require('x')`: the namespace, or what `module.exports` is. */
export function requiredValues(source: string, from: string, values: Values): readonly Value[] {
  const path = values.sdkModules.has(source) ? undefined : values.host.resolve(source, from);
  const program = path === undefined ? undefined : values.program(path);
  const whole = program && path !== undefined && isWholeModule(program);
  return [...values.imported(source, '*', from), ...(whole ? values.exported(path, 'default') : [])];
}

/** `exports` and `module.exports` in the file `path` itself. */
export function ownExports(path: string, values: Values): readonly Value[] {
  return requiredValues(`./${fileName(path)}`, path, values);
}

/** Whether `module.exports = value` or `export = value` makes one value of the whole module. */
function isWholeModule(program: NodePath<t.Program>): boolean {
  return moduleExports(program).some(
    (one) =>
      one.kind === 'value' &&
      one.name === 'default' &&
      (one.value.parentPath?.isAssignmentExpression() || one.value.parentPath?.isTSExportAssignment()),
  );
}

/** What the project file `path` exports as `name`. */
export function exportedValues(path: string, name: string, values: Values): readonly Value[] {
  if (isNamedFile(path, name, values)) return NAMED;
  const program = values.program(path);
  if (!program) return [];
  const declared = declaredExport(program, name);
  if (declared) return values.ofBinding(declared, path);
  const exported = moduleExports(program);
  for (const one of exported) {
    if (one.kind === 'value' && one.name === name) return values.of(one.value, path);
    if (one.kind === 'from' && one.name === name) return values.imported(one.source, one.imported, path);
  }
  const defaultExport = exported.find((one) => one.kind === 'value' && one.name === 'default');
  // A CommonJS module that was written as an ES module: `import { signal }` of `export default { signal }`.
  if (defaultExport?.kind === 'value') {
    const member = values.member(values.of(defaultExport.value, path), name);
    if (member.length > 0) return member;
  }
  // The other way round: `import lib` of `module.exports = { signal }`.
  if (name === 'default' && exported.some((one) => one.kind === 'value' && isCommonJs(one.value))) {
    return [{ kind: 'namespace', source: `./${fileName(path)}`, from: path }];
  }
  for (const one of exported) {
    const found = one.kind === 'all' ? values.imported(one.source, name, path) : [];
    if (found.length > 0) return found;
  }
  return [];
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function isCommonJs(value: NodePath): boolean {
  return !value.findParent((one) => one.isExportDeclaration());
}

/**
 * The variable that is declared with `export`; read through its binding, because its type, a later assignment or a
 * pattern may be what makes it a client.
 */
function declaredExport(program: NodePath<t.Program>, name: string) {
  const binding = program.scope.getOwnBinding(name);
  return binding?.path.isVariableDeclarator() &&
    binding.path.parentPath.parentPath?.isExportNamedDeclaration()
    ? binding
    : undefined;
}
