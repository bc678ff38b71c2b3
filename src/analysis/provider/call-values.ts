import type { Function as FunctionNode, Node } from '@babel/types';
import type { NodePath } from '../../source/traverse.js';
import { returnedBy } from '../expressions.js';
import { exportOf, moduleValue } from './exported-values.js';
import { ABSENT, child, excerpt, type Frame, lost, type Ref, type Trail, type Value } from './value.js';
import { memberOfNode, staticName, valuesOf } from './values.js';

/** Whether `ref` calls `name` of the package `module`. */
export function isPackageCall(trail: Trail, ref: Ref, module: string, name: string): boolean {
  return valuesOf(trail, child(ref, 'callee')).some(
    (value) => value.kind === 'package' && value.module === module && value.name === name,
  );
}

/** `Object.freeze` and its like give back their argument. */
const TRANSPARENT_GLOBALS = new Set([
  'Object.freeze',
  'Object.seal',
  'Object.preventExtensions',
  'structuredClone',
]);
/** The same among the exports of packages: wrappers that render or call what they were given. */
const TRANSPARENT_EXPORTS = new Set(['react.memo', 'react.forwardRef', 'react.cache']);
const LOADERS = new Set(['react.lazy', 'next/dynamic.default']);

/** All values that a call may give. */
export function valuesOfCall(trail: Trail, ref: Ref): Value[] {
  const { path } = ref;
  const node = path.node;
  if (node.type !== 'CallExpression' && node.type !== 'OptionalCallExpression') return [lost(ref, 'no call')];
  const first = node.arguments[0];
  if (node.callee.type === 'Import') return [moduleValue(trail, ref, first)];

  const global = globalName(ref, node.callee);
  if (global === 'require') return [moduleValue(trail, ref, first)];
  if (global !== undefined && TRANSPARENT_GLOBALS.has(global) && first)
    return valuesOf(trail, child(ref, 'arguments.0'));
  if (global !== undefined) return [{ kind: 'node', ref, holders: [] }];

  if (
    node.callee.type === 'MemberExpression' &&
    staticName(node.callee.property, false) === 'then' &&
    first
  ) {
    const awaited = valuesOf(trail, child(child(ref, 'callee'), 'object'));
    const callbacks = valuesOf(trail, child(ref, 'arguments.0'));
    return callbacks.flatMap((callback) =>
      callback.kind === 'node' && callback.ref.path.isFunction()
        ? returnsOf(trail, callback.ref, [awaited])
        : [lost(ref, `\`${excerpt(ref)}\` cannot be read`)],
    );
  }

  return valuesOf(trail, child(ref, 'callee')).flatMap((callee) => resultOf(trail, ref, callee));
}

/** What the call `ref` gives when `callee` is what it calls. */
function resultOf(trail: Trail, ref: Ref, callee: Value): Value[] {
  switch (callee.kind) {
    case 'package':
      return resultOfPackage(trail, ref, `${callee.module}.${callee.name}`);
    case 'node':
      if (!callee.ref.path.isFunction()) return [lost(ref, `\`${excerpt(ref)}\` cannot be followed`)];
      return returnsOf(trail, callee.ref, argumentsOf(trail, ref));
    case 'lost':
      return [callee];
    case 'absent':
    case 'namespace':
    case 'props':
      return [lost(ref, `\`${excerpt(ref)}\` cannot be followed`)];
  }
}

function resultOfPackage(trail: Trail, ref: Ref, called: string): Value[] {
  const given = (ref.path.get('arguments') as NodePath[]).length > 0;
  if (given && called === 'react.useMemo') return valuesOfThunk(trail, ref);
  if (given && TRANSPARENT_EXPORTS.has(called)) return valuesOf(trail, child(ref, 'arguments.0'));
  if (given && LOADERS.has(called)) return loadedComponent(trail, ref);
  return [{ kind: 'node', ref, holders: [] }];
}

/** `useMemo(() => …)`: what its function returns. */
function valuesOfThunk(trail: Trail, ref: Ref): Value[] {
  return valuesOf(trail, child(ref, 'arguments.0')).flatMap((value) =>
    value.kind === 'node' && value.ref.path.isFunction()
      ? returnsOf(trail, value.ref, [])
      : [lost(ref, `\`${excerpt(ref)}\` cannot be read`)],
  );
}

/** `dynamic(() => import('./x'))`: the module's default export, or what `.then` picked. */
function loadedComponent(trail: Trail, ref: Ref): Value[] {
  return valuesOfThunk(trail, ref).flatMap((value) => {
    if (value.kind === 'namespace') return exportOf(trail, value.path, 'default', ref);
    if (value.kind === 'package' && value.name === '*') return [{ ...value, name: 'default' }];
    if (value.kind === 'node' && value.ref.path.isObjectExpression()) {
      return memberOfNode(trail, value.ref, 'default', ref);
    }
    return [value];
  });
}

function argumentsOf(trail: Trail, ref: Ref): Value[][] {
  const node = ref.path.node;
  if (node.type !== 'CallExpression' && node.type !== 'OptionalCallExpression') return [];
  const spread = node.arguments.findIndex((argument) => argument.type === 'SpreadElement');
  return node.arguments.map((_, index) =>
    spread !== -1 && index >= spread
      ? [lost(ref, `\`${excerpt(ref)}\` spreads its arguments`)]
      : valuesOf(trail, child(ref, `arguments.${index}`)),
  );
}

/** Everything a function may return, with its parameters bound to `args`. */
export function returnsOf(trail: Trail, callee: Ref, args: readonly Value[][]): Value[] {
  const { file, path } = callee;
  if (!path.isFunction() || path.node.generator) return [lost(callee, 'it comes out of a generator')];
  const frame: Frame = { callee: path.node, args, parent: callee.frame };
  const body = path.get('body');
  const only = Array.isArray(body) ? undefined : body;
  if (only === undefined) return [lost(callee, 'the function has no body')];
  if (!only.isBlockStatement()) return valuesOf(trail, { file, path: only, frame });

  const returned = returnedOnce(path).flatMap((value) => valuesOf(trail, { file, path: value, frame }));
  return returned.length > 0 ? returned : [ABSENT];
}

const returnedByFunction = new WeakMap<Node, readonly NodePath[]>();

/** What a function gives back, found once for all its calls. */
function returnedOnce(fn: NodePath<FunctionNode>): readonly NodePath[] {
  const known = returnedByFunction.get(fn.node);
  if (known !== undefined) return known;
  const found = returnedBy(fn);
  returnedByFunction.set(fn.node, found);
  return found;
}

/** `Object.freeze`, `require`, …: a name that no scope of the file declares. */
function globalName(ref: Ref, callee: Node): string | undefined {
  const free = (node: Node): string | undefined =>
    node.type === 'Identifier' && !ref.path.scope.hasBinding(node.name, { noGlobals: true })
      ? node.name
      : undefined;
  if (callee.type !== 'MemberExpression') return free(callee);
  const object = free(callee.object);
  const property = staticName(callee.property, callee.computed);
  return object === undefined || property === undefined ? undefined : `${object}.${property}`;
}
