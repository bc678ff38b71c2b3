import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../../source/crawl.js';
import type { SourceFile } from '../../source/parse.js';
import {
  argumentsOf,
  asCall,
  calleeOf,
  importedValue,
  keyName,
  returnedBy,
  unwrap,
  withoutAwait,
} from '../expressions.js';
import type { ContextPlace } from '../model.js';
import type { ModuleHost } from '../module-host.js';
import { programOf } from '../program.js';
import type { Located } from './module-values.js';
import type { RequestShapes } from './request-shapes.js';

/**
 * Where tRPC's fetch adapter is told to make the context with `fn`, which takes no parameter: by its name, so that it is
 * given `{ req }` already, or in a function whose call of it can be given the request. Undefined where there is none.
 */
export function mountsOf(
  fn: NodePath<t.Function>,
  host: ModuleHost,
  shapes: RequestShapes,
): readonly ContextPlace[] | undefined {
  const places: ContextPlace[] = [];
  let isMounted = false;
  for (const path of host.sourcePaths ?? []) {
    if (!(host.text?.(path) ?? '').includes('fetchRequestHandler')) continue;
    const file = host.load(path);
    for (const options of file ? mountOptionsIn(file, FETCH_ADAPTER) : []) {
      const created = propertyOf(options, 'createContext');
      if (!file || !created) continue;
      if (shapes.functionOf(created, file)?.value.node === fn.node) {
        isMounted = true;
        continue;
      }
      const call = callWithin(created, file, fn, shapes);
      if (!call) continue;
      const request = propertyOf(options, 'req');
      if (!request?.isIdentifier()) return undefined;
      isMounted = true;
      const { name } = request.node;
      places.push({ kind: 'argument', path, call, text: name === 'req' ? '{ req }' : `{ req: ${name} }` });
    }
  }
  return isMounted ? places : undefined;
}

/** The functions that tRPC's adapters are told to make the context with, or that those hand over to. */
export function mountedFactories(host: ModuleHost, shapes: RequestShapes): Located<NodePath<t.Function>>[] {
  return (host.sourcePaths ?? []).flatMap((path) => {
    const text = host.text?.(path) ?? '';
    const file = [...ADAPTERS].some((name) => text.includes(name)) ? host.load(path) : undefined;
    return (file ? mountOptionsIn(file, ADAPTERS) : []).flatMap((options) => {
      const created = propertyOf(options, 'createContext');
      const fn = created && file && shapes.functionOf(created, file);
      if (!fn) return [];
      const returned = returnedBy(fn.value).map(unwrap);
      const [call] = returned.map((one) => asCall(withoutAwait(one)));
      const inner = call && returned.length === 1 ? shapes.functionOf(calleeOf(call), fn.file) : undefined;
      return [inner ?? fn];
    });
  });
}

const FETCH_ADAPTER: ReadonlySet<string> = new Set(['fetchRequestHandler']);
const ADAPTERS: ReadonlySet<string> = new Set([...FETCH_ADAPTER, 'createNextApiHandler']);

function mountOptionsIn(file: SourceFile, adapters: ReadonlySet<string>): NodePath<t.ObjectExpression>[] {
  const found: NodePath<t.ObjectExpression>[] = [];
  readBelow(programOf(file), {
    CallExpression: (call) => {
      const imported = importedValue(calleeOf(call));
      const [options] = argumentsOf(call);
      if (imported && adapters.has(imported.name) && options?.isObjectExpression()) found.push(options);
    },
  });
  return found;
}

function propertyOf(object: NodePath<t.ObjectExpression>, key: string): NodePath | undefined {
  for (const property of object.get('properties')) {
    if (property.isObjectMethod() && keyName(property.node) === key) return property;
    if (property.isObjectProperty() && keyName(property.node) === key) {
      return unwrap(property.get('value') as NodePath);
    }
  }
  return undefined;
}

/** `() => createContext()` or `async () => await createContext()`. */
function callWithin(
  created: NodePath,
  file: SourceFile,
  fn: NodePath<t.Function>,
  shapes: RequestShapes,
): NodePath<t.CallExpression> | undefined {
  if (!created.isFunction()) return undefined;
  const [returned, more] = returnedBy(created).map(unwrap);
  if (!returned || more) return undefined;
  const call = asCall(withoutAwait(returned));
  if (!call?.isCallExpression() || argumentsOf(call).length > 0) return undefined;
  return shapes.functionOf(calleeOf(call), file)?.value.node === fn.node ? call : undefined;
}
