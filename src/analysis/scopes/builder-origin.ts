import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../../source/parse.js';
import { ByDepth } from '../by-depth.js';
import { declaredType, typeReferences } from '../declared-types.js';
import {
  argumentsOf,
  asCall,
  asMember,
  calleeOf,
  callWith,
  declaredValue,
  importedValue,
  memberCalled,
  unwrap,
} from '../expressions.js';
import type { ModuleHost } from '../module-host.js';
import { exportedValue } from '../project-values.js';
import { returnedValues } from './returned-functions.js';

/** The export of a package that made a value. */
export interface BuilderOrigin {
  readonly source: string;
  readonly name: string;
}

/**
 * What a builder value was made by: `new Hono()`, `createSafeActionClient()`; through chained calls, names, imports,
 * factories of the project and parameters that are typed as the builder.
 */
export function builderOrigin(
  expression: NodePath,
  file: SourceFile,
  host: ModuleHost,
  depth = 0,
): BuilderOrigin | undefined {
  if (depth > 25) return undefined;
  const again = (path: NodePath, at = file): BuilderOrigin | undefined =>
    builderOrigin(path, at, host, depth + 1);
  const value = unwrap(expression);
  if (value.isAwaitExpression()) return again(value.get('argument'));
  if (value.isNewExpression()) return packageExport(value.get('callee'), file, host);
  const call = asCall(value);
  if (call) {
    const callee = unwrap(calleeOf(call));
    const member = asMember(callee);
    const made = packageExport(callee, file, host);
    if (made) return made;
    const fn = functionAt(callee, file, host);
    if (fn) return originOfResult(fn, host, depth + 1);
    // `const f = createUploadthing(); f({ … })`: calling a builder gives one of its kind.
    return again(member?.object ?? callee);
  }
  if (!value.isIdentifier()) return undefined;
  const binding = value.scope.getBinding(value.node.name);
  if (!binding) return undefined;
  const imported = importedValue(value);
  if (imported) {
    const path = host.resolve(imported.source, file.path);
    const target = path === undefined ? undefined : exportedValue(host, path, imported.name, depth);
    return target && again(target.value, target.file);
  }
  if (binding.kind === 'param') {
    const type = declaredType(binding);
    const [reference] = type ? typeReferences(type) : [];
    if (reference) return reference;
    // `app.group('/orders', (app) => app.post(…))`: the callback's parameter is the builder again.
    const fn = binding.scope.path;
    const outer = fn.isFunction() ? callWith(fn) : undefined;
    const method = outer ? memberCalled(outer) : undefined;
    return method?.name === 'group' && outer && argumentsOf(outer).at(-1)?.node === fn.node
      ? again(method.object)
      : undefined;
  }
  const declared = declaredValue(binding);
  return declared && !declared.isFunction() ? again(declared) : undefined;
}

const known = new WeakMap<ModuleHost, ByDepth<BuilderOrigin | undefined>>();

/** Asked once for each function and depth: functions that call each other have endless ways through them. */
function originOfResult(
  { value, file }: { value: NodePath<t.Function>; file: SourceFile },
  host: ModuleHost,
  depth: number,
): BuilderOrigin | undefined {
  const ofHost = known.get(host) ?? new ByDepth<BuilderOrigin | undefined>();
  known.set(host, ofHost);
  return ofHost.once(value.node, depth, () => {
    for (const result of returnedValues(value)) {
      const origin = builderOrigin(result, file, host, depth);
      if (origin) return origin;
    }
    return undefined;
  });
}

/** An imported name that no file of the project stands behind. */
function packageExport(callee: NodePath, file: SourceFile, host: ModuleHost): BuilderOrigin | undefined {
  const imported = importedValue(callee);
  return imported && host.resolve(imported.source, file.path) === undefined ? imported : undefined;
}

function functionAt(
  callee: NodePath,
  file: SourceFile,
  host: ModuleHost,
): { value: NodePath<t.Function>; file: SourceFile } | undefined {
  if (!callee.isIdentifier() && !asMember(callee)) return undefined;
  const imported = importedValue(callee);
  if (imported) {
    const path = host.resolve(imported.source, file.path);
    const target = path === undefined ? undefined : exportedValue(host, path, imported.name);
    const { value } = target ?? {};
    return target && value?.isFunction() ? { value, file: target.file } : undefined;
  }
  const binding = callee.isIdentifier() ? callee.scope.getBinding(callee.node.name) : undefined;
  const declared = binding && declaredValue(binding);
  const value = declared && unwrap(declared);
  return value?.isFunction() ? { value, file } : undefined;
}
