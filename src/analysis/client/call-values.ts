import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import {
  argumentsOf,
  asMember,
  type CallPath,
  calleeOf,
  importedFrom,
  isGlobalName,
  originalName,
  requiredSource,
  returnedBy,
  unwrap,
} from '../expressions.js';
import { collectionResult, holderOf } from './collections.js';
import { requiredValues } from './module-values.js';
import { CLIENT, type Signature, type Value } from './value.js';
import type { Values } from './values.js';

/** What a call may give, awaited. */
export function callValues(call: CallPath, file: string, values: Values): readonly Value[] {
  const required = requiredSource(call);
  if (required !== undefined) return requiredValues(required, file, values);
  const callee = unwrap(calleeOf(call));
  const args = argumentsOf(call);
  const member = asMember(callee);
  if (member?.name !== undefined) {
    const handed = builtInResult(member.object, member.name, args, file, values);
    if (handed) return handed;
  }
  const results = values.called(values.of(callee, file));
  if (results.length > 0) return results;
  const wrapped = wrappedFactory(args, file, values);
  return wrapped.length > 0 ? wrapped : saidResult(call, file, values);
}

/** Methods of promises, functions and the like that give back what they were given. */
function builtInResult(
  object: NodePath,
  name: string,
  args: readonly NodePath[],
  file: string,
  values: Values,
): readonly Value[] | undefined {
  const [first] = args;
  switch (name) {
    case 'then':
      return first && values.called(values.of(first, file));
    case 'catch':
    case 'finally':
      return values.of(object, file);
    case 'bind':
      return values.of(object, file).map((one) => (one.kind === 'method' ? { ...one, bound: true } : one));
    case 'freeze':
      return isGlobalName(object, 'Object') && first ? values.of(first, file) : undefined;
    case 'resolve':
    case 'all':
      return isGlobalName(object, 'Promise') && first ? values.of(first, file) : undefined;
    case 'from':
      return isGlobalName(object, 'Array') && first ? sequencesOf(first, 'values', file, values) : undefined;
    case 'values':
    case 'entries':
      return isGlobalName(object, 'Object') && first ? sequencesOf(first, name, file, values) : undefined;
    case 'assign':
      return isGlobalName(object, 'Object') ? args.flatMap((one) => values.of(one, file)) : undefined;
    default:
      return undefined;
  }
}

function sequencesOf(
  collection: NodePath,
  gives: 'values' | 'entries',
  file: string,
  values: Values,
): readonly Value[] {
  return values.of(collection, file).map((of) => ({ kind: 'sequence', of, gives }));
}

/**
 * Other code that is given a factory (React's `cache`, `once`, `singleton('signal', () => …)`) gives back a function of
 * the same result, or the result. Which of the two, the code that uses it shows.
 */
function wrappedFactory(args: readonly NodePath[], file: string, values: Values): readonly Value[] {
  if (args.length > 3) return [];
  return args.flatMap((argument): readonly Value[] => {
    const isFactory = unwrap(argument).isFunction() || (args.length === 1 && unwrap(argument).isIdentifier());
    const factories = isFactory ? values.of(argument, file) : [];
    const gives = values.called(factories).some(({ kind }) => kind === 'client');
    return gives ? [...factories, CLIENT] : [];
  });
}

/** `container.resolve<SignalServer>()`: a call of other code that says what it is to give. */
function saidResult(call: CallPath, file: string, values: Values): readonly Value[] {
  const [said, more] = typeArgumentsOf(call.node);
  return said && !more ? values.ofType(said, { at: call, file }) : [];
}

function typeArgumentsOf({ typeParameters }: t.CallExpression | t.OptionalCallExpression | t.NewExpression) {
  return typeParameters?.type === 'TSTypeParameterInstantiation' ? typeParameters.params : [];
}

export function newValues(path: NodePath<t.NewExpression>, file: string, values: Values): readonly Value[] {
  const callee = path.get('callee');
  const holder = newHolder(callee as NodePath, path, file);
  if (holder) return [holder];
  if (isGlobalName(callee, 'Proxy')) {
    const target = path.get('arguments')[0];
    return target ? values.of(target, file) : [];
  }
  return values.constructed(values.of(callee, file));
}

/** `new Map<string, SignalServer>()`, of the language or a package. */
function newHolder(callee: NodePath, made: NodePath<t.NewExpression>, file: string): Value | undefined {
  if (!callee.isIdentifier()) return undefined;
  const { name } = callee.node;
  const binding = callee.scope.getBinding(name);
  if (binding && !importedFrom(binding)) return undefined;
  return holderOf(originalName(name, callee), typeArgumentsOf(made.node), { at: made, file });
}

/** What calling `value` may give. */
export function resultValues(value: Value, values: Values): readonly Value[] {
  switch (value.kind) {
    case 'constructor':
      return [CLIENT];
    case 'node':
      return value.path.isFunction() ? values.resultsOf(value.path, value.file) : [];
    case 'signature': {
      const returnType = returnTypeOf(value.type);
      return returnType ? values.ofType(returnType, value.scope) : [];
    }
    case 'collection-method':
      return collectionResult(value, values);
    case 'client':
    case 'method':
    case 'holder':
    case 'sequence':
    case 'entry':
    case 'instance':
    case 'namespace':
    case 'members':
    case 'global':
    case 'argument':
    case 'context':
      return [];
  }
}

/** What `new` gives on `value`. */
export function constructedValues(value: Value): readonly Value[] {
  if (value.kind === 'constructor') return [CLIENT];
  if (value.kind !== 'node' || !value.path.isClass()) return [];
  return [{ kind: 'instance', of: value.path, file: value.file }];
}

function returnTypeOf(type: Signature): t.TSType | undefined {
  return type.typeAnnotation?.typeAnnotation;
}

/** What a function of the project returns: what it says, and what its return statements give. */
export function functionResults(fn: NodePath<t.Function>, file: string, values: Values): readonly Value[] {
  const annotation = fn.node.returnType;
  const declared =
    annotation?.type === 'TSTypeAnnotation' ? values.ofType(annotation.typeAnnotation, { at: fn, file }) : [];
  return [...declared, ...returnedBy(fn).flatMap((value) => values.of(value, file))];
}
