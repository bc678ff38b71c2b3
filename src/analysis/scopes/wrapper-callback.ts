import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../../source/parse.js';
import {
  annotationOf,
  argumentsOf,
  asCall,
  asMember,
  type CallPath,
  calleeOf,
  callTo,
  callWith,
  declaredValue,
  keyName,
  memberCalled,
  paramsOf,
  referencesIn,
  returnedBy,
  unwrap,
} from '../expressions.js';
import type { RequestCarrier, SourceKind } from '../model.js';
import type { ModuleHost } from '../module-host.js';
import { resolved } from '../project-values.js';
import { looksLikeRequest } from '../request-parameters.js';
import type { GivenTo } from './handlers.js';
import { returnedFunctions } from './returned-functions.js';

/** Where a wrapper puts the request when it calls its callback. */
interface Place {
  readonly position: number;
  readonly path: readonly string[];
}

/**
 * How the callback that was given to a wrapper of the project gets its request, by the wrapper's source; undefined
 * where the source is out of reach or does not show it.
 */
export function wrapperCarrier(
  given: GivenTo,
  file: SourceFile,
  host: ModuleHost,
  reads: SourceKind,
): RequestCarrier | undefined {
  const found = given.returned ? undefined : wrapperOf(calleeOf(given.call), file, host);
  const wrapper = found?.fn;
  const parameter = wrapper && paramsOf(wrapper)[given.argument];
  if (!found || !wrapper || !parameter) return undefined;
  const answering = new Set(returnedFunctions(wrapper).map(({ node }) => node as t.Node));
  const calls = callsOfCallback(wrapper, parameter, given.key);
  const places = calls.map((call) => placeOf(call, answering));
  const [first] = places;
  const isWithoutRequest = (call: CallPath): boolean =>
    argumentsOf(call).every((argument) => isNoRequest(argument, answering, found.file, host));
  if (calls.length > 0 && places.every((place) => !place) && calls.every(isWithoutRequest))
    return reads === 'node-request'
      ? { kind: 'none', reason: 'no-request-parameter' }
      : { kind: 'headers', makesAsync: false };
  // Every call has to agree: the callback is one function.
  if (!first || places.some((place) => !place || keyOf(place) !== keyOf(first))) return undefined;
  const { position, path } = first;
  const isTyped = isTypedCallback(parameter, given.key) && !takesAnyArguments(parameter);
  const added = path.length === 0 ? requestParameter(reads, isTyped) : isTyped ? OPTIONS : undefined;
  return { kind: 'parameter', position, path, reads, nullable: false, added, orHeaders: false };
}

type Added = Extract<RequestCarrier, { kind: 'parameter' }>['added'];

/** The object in which a wrapper hands over more than the request; only the wrapper can type it. */
const OPTIONS: Added = { baseName: 'context', type: 'contextual' };

function requestParameter(reads: SourceKind, isTyped: boolean): Added {
  const isNode = reads === 'node-request';
  const type = isNode ? 'NextApiRequest' : 'web-request';
  return { baseName: isNode ? 'req' : 'request', type: isTyped ? 'contextual' : type };
}

const keyOf = ({ position, path }: Place): string => [position, ...path].join('.');

/** The function that takes the callback: the wrapper itself, or what `withAuth(options)` returns. */
function wrapperOf(
  callee: NodePath,
  file: SourceFile,
  host: ModuleHost,
): { readonly fn: NodePath<t.Function>; readonly file: SourceFile } | undefined {
  const target = unwrap(callee);
  const call = asCall(target);
  if (call) {
    const maker = wrapperOf(calleeOf(call), file, host);
    const [only, second] = maker ? returnedFunctions(maker.fn) : [];
    return maker && only && !second ? { fn: only, file: maker.file } : undefined;
  }
  const found = resolved(target, file, host);
  return found?.value.isFunction() ? { fn: found.value, file: found.file } : undefined;
}

/** The calls that a wrapper makes of its callback, or of the member `key` of the object that holds it. */
function callsOfCallback(
  wrapper: NodePath<t.Function>,
  parameter: NodePath,
  key: string | undefined,
): CallPath[] {
  const target = parameter.isAssignmentPattern() ? (parameter.get('left') as NodePath) : parameter;
  if (target.isIdentifier()) {
    const binding = wrapper.scope.getOwnBinding(target.node.name);
    return binding ? callsThrough(binding, key) : [];
  }
  if (!target.isObjectPattern() || key === undefined) return [];
  for (const property of target.get('properties')) {
    if (!property.isObjectProperty() || keyName(property.node) !== key) continue;
    const { value } = property.node;
    const binding = value.type === 'Identifier' ? wrapper.scope.getOwnBinding(value.name) : undefined;
    return binding ? callsThrough(binding, undefined) : [];
  }
  return [];
}

function callsThrough(binding: Binding, key: string | undefined): CallPath[] {
  return binding.referencePaths.flatMap((reference) => {
    if (key === undefined) return callTo(reference) ?? [];
    const holder = reference.key === 'object' ? reference.parentPath : undefined;
    return (holder && asMember(holder)?.name === key && callTo(holder)) || [];
  });
}

function placeOf(call: CallPath, answering: ReadonlySet<t.Node>): Place | undefined {
  for (const [position, argument] of argumentsOf(call).entries()) {
    if (argument.isSpreadElement()) {
      return isArgumentsOf(argument.get('argument'), answering) ? { position, path: [] } : undefined;
    }
    if (isRequest(argument, answering)) return { position, path: [] };
    const object = unwrap(argument);
    if (!object.isObjectExpression()) continue;
    for (const property of object.get('properties')) {
      if (!property.isObjectProperty()) continue;
      const key = keyName(property.node);
      if (key !== undefined && isRequest(property.get('value') as NodePath, answering))
        return { position, path: [key] };
    }
  }
  return undefined;
}

/** Whether an expression is the request: a parameter that is, under another name, cloned or with more on it. */
function isRequest(expression: NodePath, answering: ReadonlySet<t.Node>, depth = 0): boolean {
  const value = unwrap(expression);
  const call = asCall(value);
  if (call) {
    const member = memberCalled(call);
    if (member?.name === 'clone') return isRequest(member.object, answering, depth + 1);
    const [first] = argumentsOf(call);
    const isAssign = member?.name === 'assign' && member.object.isIdentifier({ name: 'Object' });
    return isAssign && first !== undefined && isRequest(first, answering, depth + 1);
  }
  const binding = value.isIdentifier() ? value.scope.getBinding(value.node.name) : undefined;
  if (!binding || depth > 5) return false;
  if (binding.kind !== 'param') {
    const declared = declaredValue(binding);
    return declared !== undefined && binding.constant && isRequest(declared, answering, depth + 1);
  }
  const fn = binding.scope.path;
  if (!fn.isFunction()) return false;
  const params = paramsOf(fn);
  const param = params.find(({ node }) => node === binding.identifier);
  const isFirst = param === params[0] && answering.has(fn.node);
  return param !== undefined && (isFirst || looksLikeRequest(param));
}

/** Whether the source shows that an expression neither is the request nor holds it: it is made of parts of it at most. */
function isNoRequest(
  expression: NodePath,
  answering: ReadonlySet<t.Node>,
  file: SourceFile,
  host: ModuleHost,
  depth = 0,
): boolean {
  if (depth > 5) return false;
  return referencesIn(expression).every((reference) => {
    if (isRequest(reference, answering))
      return isTakenFrom(reference) || isReadBy(reference, file, host, depth + 1);
    const binding = reference.scope.getBinding(reference.node.name);
    if (!binding || binding.kind === 'param' || !binding.path.isVariableDeclarator()) return true;
    const declared = binding.constant ? declaredValue(binding) : undefined;
    return declared !== undefined && isNoRequest(declared, answering, file, host, depth + 1);
  });
}

/** `request.headers`, `request.json()`, and not `request.clone()`. */
function isTakenFrom(request: NodePath): boolean {
  const member = request.key === 'object' && request.parentPath ? asMember(request.parentPath) : undefined;
  return member?.name !== undefined && member.name !== 'clone';
}

/** Whether the request is given to a function of the project that gives back no request. */
function isReadBy(request: NodePath, file: SourceFile, host: ModuleHost, depth: number): boolean {
  const call = callWith(request);
  const found = call && resolved(unwrap(calleeOf(call)), file, host);
  const returned = found?.value.isFunction() ? returnedBy(found.value) : [];
  // Its own parameters are not those of the function that answers.
  const isNone = (one: NodePath): boolean => isNoRequest(one, new Set(), found?.file ?? file, host, depth);
  return returned.length > 0 && returned.every(isNone);
}

/** `(...args) => handler(...args)` in the function that answers. */
function isArgumentsOf(expression: NodePath, answering: ReadonlySet<t.Node>): boolean {
  const binding = expression.isIdentifier() ? expression.scope.getBinding(expression.node.name) : undefined;
  const fn = binding?.scope.path;
  const first = fn?.isFunction() ? fn.node.params[0] : undefined;
  return (
    fn !== undefined &&
    answering.has(fn.node) &&
    first?.type === 'RestElement' &&
    first.argument === binding?.identifier
  );
}

/** `fn: (...args: A) => …` with `A extends unknown[]`: what the callback takes is inferred from the callback itself. */
function takesAnyArguments({ node, scope }: NodePath): boolean {
  const type = node.type === 'Identifier' ? annotationOf(node) : undefined;
  const [rest, second] = type?.type === 'TSFunctionType' ? type.parameters : [];
  const given = rest?.type === 'RestElement' && !second ? annotationOf(rest) : undefined;
  if (given?.type !== 'TSTypeReference' || given.typeName.type !== 'Identifier') return false;
  const constraint = constraintOf(given.typeName.name, scope.path);
  return constraint?.type === 'TSArrayType' && isUnlimited(constraint.elementType);
}

/** What the type parameter `name` of a function, or of one around it, has to extend. */
function constraintOf(name: string, within: NodePath): t.TSType | undefined {
  for (let at: NodePath | null = within; at; at = at.getFunctionParent()) {
    const parameters = at.isFunction() ? at.node.typeParameters : undefined;
    const own = parameters?.type === 'TSTypeParameterDeclaration' ? parameters.params : [];
    const found = own.find((one) => one.name === name);
    if (found) return found.constraint ?? undefined;
  }
  return undefined;
}

function isUnlimited({ type }: t.TSType): boolean {
  return type === 'TSUnknownKeyword' || type === 'TSAnyKeyword';
}

/** Whether the wrapper's own parameter says what the callback takes. */
function isTypedCallback(parameter: NodePath, key: string | undefined): boolean {
  const { node } = parameter;
  const annotation =
    node.type === 'Identifier' || node.type === 'ObjectPattern' ? node.typeAnnotation : undefined;
  if (annotation?.type !== 'TSTypeAnnotation') return false;
  const type = annotation.typeAnnotation;
  if (key !== undefined) return true;
  const isLoose =
    type.type === 'TSAnyKeyword' ||
    (type.type === 'TSTypeReference' &&
      type.typeName.type === 'Identifier' &&
      type.typeName.name === 'Function');
  return !isLoose;
}
