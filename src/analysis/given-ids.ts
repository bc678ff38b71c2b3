import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { followLocal } from './exports.js';
import {
  annotationOf,
  argumentsOf,
  type CallPath,
  importedFrom,
  keyName,
  literalText,
  parameterPosition,
  paramsOf,
  targetOf,
  unwrap,
} from './expressions.js';
import type { ModuleHost } from './module-host.js';
import { programOf } from './program.js';
import { isUndefined, wholeValueIn } from './session-arguments.js';
import { membersOf, objectType } from './session-slot.js';
import { SESSION_KEYS, type SessionKey } from './signal-methods.js';
import { SDK_MODULES } from './signal-module.js';

/** A parameter that is handed on whole to a Signal call, and the ids that its callers can give in it. */
export interface GivenIds {
  /** The position of the parameter. */
  readonly index: number;
  readonly keys: readonly SessionKey[];
}

/** The types of the SDK that a caller can put a session into. */
const SDK_OPTIONS = new Set(['CaptureOptions', 'IdentifyOptions']);

/** Generic types that leave the keys of what they are given as they are. */
const SAME_KEYS = new Set(['Readonly', 'Partial', 'Required', 'Promise', 'Awaited']);

/** The ids that `value` may hold when it is handed on whole, as the declared type of the parameter says that it is, or is the rest of; without one, as a caller writes. */
export function givenIds(
  value: NodePath,
  file: SourceFile,
  host: ModuleHost,
  callers: () => readonly CallPath[],
): GivenIds | undefined {
  const inner = unwrap(value);
  const binding = inner.isIdentifier() ? inner.scope.getBinding(inner.node.name) : undefined;
  const fn = binding?.kind === 'param' ? binding.scope.path : undefined;
  if (!binding || !fn?.isFunction()) return undefined;
  const index = parameterPosition(binding, fn);
  const param = index === undefined ? undefined : paramsOf(fn)[index];
  if (index === undefined || !param || param.isAssignmentPattern()) return undefined;
  const target = targetOf(param);
  const type = annotationOf(target.node);
  const keys = type ? keysOfType(type, file, host) : keysWrittenBy(callers(), index);
  if (target.isIdentifier()) return keys.length > 0 && !target.node.optional ? { index, keys } : undefined;
  if (!target.isObjectPattern()) return undefined;
  const { properties } = target.node;
  const isRest = properties.some((one) => one.type === 'RestElement' && one.argument === binding.identifier);
  const taken = properties.flatMap((one) => (one.type === 'ObjectProperty' ? (keyName(one) ?? []) : []));
  const left = isRest ? keys.filter((key) => !taken.includes(key)) : [];
  return left.length > 0 ? { index, keys: left } : undefined;
}

/** The ids that a type names. */
export function keysOfType(type: t.TSType, file: SourceFile, host: ModuleHost): readonly SessionKey[] {
  const again = (inner: t.TSType): readonly SessionKey[] => keysOfType(inner, file, host);
  switch (type.type) {
    case 'TSParenthesizedType':
      return again(type.typeAnnotation);
    case 'TSUnionType':
      // Nothing can be read off what may be missing.
      return type.types.some(isNullish)
        ? []
        : SESSION_KEYS.filter((key) => type.types.some((one) => again(one).includes(key)));
    case 'TSIntersectionType':
      return SESSION_KEYS.filter((key) => type.types.some((one) => again(one).includes(key)));
    case 'TSIndexedAccessType':
      // `Parameters<typeof signal.capture>[0]`
      return nameOf(type.objectType) === 'Parameters' ? SESSION_KEYS : [];
    case 'TSTypeReference': {
      const name = nameOf(type);
      const [inner, names] = type.typeParameters?.params ?? [];
      if (name !== undefined && SAME_KEYS.has(name) && inner) return again(inner);
      if (name === 'Omit' && inner && names) return again(inner).filter((key) => !isNamed(key, names));
      if (name === 'Pick' && inner && names) return again(inner).filter((key) => isNamed(key, names));
      const binding = name === undefined ? undefined : programOf(file).scope.getBinding(name);
      const imported = binding && importedFrom(binding);
      const isOfSdk = imported && SDK_MODULES.some((one) => one === imported.source);
      if (isOfSdk) return SDK_OPTIONS.has(imported.name) ? SESSION_KEYS : [];
      return keysOfMembers(type, file, host);
    }
    default:
      return keysOfMembers(type, file, host);
  }
}

function keysOfMembers(type: t.TSType, file: SourceFile, host: ModuleHost): readonly SessionKey[] {
  const found = objectType(type, file, host);
  const members = found ? membersOf(found.node) : [];
  return SESSION_KEYS.filter((key) =>
    members.some((one) => 'key' in one && one.key.type === 'Identifier' && one.key.name === key),
  );
}

function isNullish({ type }: t.TSType): boolean {
  return type === 'TSNullKeyword' || type === 'TSUndefinedKeyword' || type === 'TSVoidKeyword';
}

function nameOf(type: t.TSType): string | undefined {
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier'
    ? type.typeName.name
    : undefined;
}

function isNamed(key: SessionKey, names: t.TSType): boolean {
  if (names.type === 'TSUnionType') return names.types.some((one) => isNamed(key, one));
  return names.type === 'TSLiteralType' && literalText(names.literal) === key;
}

/** The ids that the callers of `fn` can give in a parameter, which one of its Signal calls is handed whole. */
export function idsGivenTo(
  fn: NodePath<t.Function>,
  calls: readonly CallPath[],
  file: SourceFile,
  host: ModuleHost,
  callers: () => readonly CallPath[],
): GivenIds | undefined {
  for (const call of calls) {
    if (!call.findParent(({ node }) => node === fn.node)) continue;
    const [argument] = argumentsOf(call);
    const whole = argument && wholeValueIn(argument);
    const binding = whole?.scope.getBinding(whole.node.name);
    const given =
      binding?.scope.path.node === fn.node && whole ? givenIds(whole, file, host, callers) : undefined;
    if (given) return given;
  }
  return undefined;
}

/** The ids that one of the calls of a function writes into an argument. */
function keysWrittenBy(callers: readonly CallPath[], index: number): readonly SessionKey[] {
  return SESSION_KEYS.filter((key) => callers.some((call) => givesIds(call, { index, keys: [key] })));
}

/** Whether `call` of a function gives ids of its own in the argument that the function hands on whole. */
export function givesIds(call: CallPath, { index, keys }: GivenIds): boolean {
  const argument = argumentsOf(call)[index];
  const value = argument && followLocal(argument);
  if (!value?.isObjectExpression()) return false;
  return value.get('properties').some((one) => {
    if (!one.isObjectProperty()) return false;
    const name = keyName(one.node);
    return keys.some((key) => key === name) && !isUndefined(one.get('value') as NodePath);
  });
}
