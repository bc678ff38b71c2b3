import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { readsSessionOf } from './existing-session.js';
import {
  annotationOf,
  argumentsOf,
  asMember,
  type CallPath,
  keyName,
  paramsOf,
  targetOf,
  unwrap,
} from './expressions.js';
import type { DeclaredSignature, FunctionUses } from './function-uses.js';
import type { ModuleHost } from './module-host.js';
import { programOf } from './program.js';
import { isSessionType } from './session-type.js';
import { findType, parametersOf } from './signatures.js';
import { isClassFunction } from './use-positions.js';

/** Where a function takes the session: as a parameter, or as a key of its only parameter, an options object. */
export type SessionSlot =
  | { readonly kind: 'position'; readonly index: number }
  | { readonly kind: 'key'; readonly key: string };

/** A slot that the function has already, and how its body names the session. */
export interface ExistingSlot {
  readonly slot: SessionSlot;
  readonly name: string;
  readonly optional: boolean;
}

/** An object type that is to take one more key. */
export interface OptionsType {
  readonly file: SourceFile;
  readonly node: t.TSTypeLiteral | t.TSInterfaceBody;
}

/** A slot that the function is to get. */
export type PlannedSlot =
  | {
      readonly kind: 'position';
      readonly index: number;
      /** Whether the parameter says its type itself, and does not take it from where the function stands. */
      readonly isTyped: boolean;
    }
  | {
      readonly kind: 'key';
      readonly key: string;
      /** The parameter, whose pattern takes the key too where it is one. */
      readonly options: NodePath<t.Identifier | t.ObjectPattern>;
      readonly type: OptionsType | undefined;
    };

/** Where `fn` takes the session: a parameter or an option typed `SessionInfo`, or used as one in JavaScript. */
export function existingSlot(
  fn: NodePath<t.Function>,
  file: SourceFile,
  host: ModuleHost,
): ExistingSlot | undefined {
  for (const [index, param] of paramsOf(fn).entries()) {
    const target = targetOf(param);
    if (!target.isIdentifier()) continue;
    const type = annotationOf(target.node);
    const carries = type ? isSessionType(type, fn, file, host) : readsSessionOf(fn, target.node.name);
    if (carries)
      return {
        slot: { kind: 'position', index },
        name: target.node.name,
        optional: target.node.optional !== false || type === undefined,
      };
  }
  return existingKey(fn, file, host);
}

/** Where `fn` takes the session by what declares it, which types its bare parameters. */
export function declaredSlot(
  fn: NodePath<t.Function>,
  signatures: readonly DeclaredSignature[],
  host: ModuleHost,
): ExistingSlot | undefined {
  for (const { node, file } of signatures) {
    for (const [index, param] of parametersOf(node.node).entries()) {
      const type = annotationOf(param);
      const own = parametersOf(fn.node)[index];
      const isBare = own?.type === 'Identifier' && !own.typeAnnotation;
      if (type && isBare && isSessionType(type, node, file, host))
        return { slot: { kind: 'position', index }, name: own.name, optional: true };
    }
  }
  return undefined;
}

const SESSION_KEY = /^(?:signal)?session$/i;

function existingKey(fn: NodePath<t.Function>, file: SourceFile, host: ModuleHost): ExistingSlot | undefined {
  const options = optionsOf(fn);
  if (!options) return undefined;
  const type = annotationOf(options.node);
  const found = type && objectType(type, file, host);
  const declared = found && membersOf(found.node).find((one) => isSessionMember(one, found.file, host));
  const key = declared?.key.type === 'Identifier' ? declared.key.name : undefined;
  if (options.isIdentifier())
    return key === undefined
      ? undefined
      : { slot: { kind: 'key', key }, name: `${options.node.name}.${key}`, optional: true };
  for (const property of (options as NodePath<t.ObjectPattern>).node.properties) {
    if (property.type !== 'ObjectProperty') continue;
    const value = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    const own = keyName(property);
    if (value.type !== 'Identifier' || own === undefined) continue;
    const carries = type ? own === key : SESSION_KEY.test(own) && readsSessionOf(fn, value.name);
    if (carries) return { slot: { kind: 'key', key: own }, name: value.name, optional: true };
  }
  return undefined;
}

function isSessionMember(
  one: t.TSTypeElement,
  file: SourceFile,
  host: ModuleHost,
): one is t.TSPropertySignature {
  if (one.type !== 'TSPropertySignature' || one.key.type !== 'Identifier') return false;
  const type = one.typeAnnotation?.typeAnnotation;
  return (
    type !== undefined && SESSION_KEY.test(one.key.name) && isSessionType(type, programOf(file), file, host)
  );
}

/** Names of types that are made for the options of one function. */
const OPTIONS_NAME = /(?:Options|Opts|Params|Parameters|Args|Arguments|Props|Input|Payload|Config)$/;

/**
 * Where `fn` is to take the session: in its options object where that is its only parameter and no more than that,
 * else as a last parameter. What most callers have in a variable is data rather than options.
 */
export function plannedSlot(
  fn: NodePath<t.Function>,
  file: SourceFile,
  host: ModuleHost,
  { signatures, sites }: Pick<FunctionUses, 'signatures' | 'sites'>,
): PlannedSlot {
  const position = lastPosition(fn, signatures);
  const options = signatures.length === 0 && !hasOwnDefault(fn) ? optionsOf(fn) : undefined;
  if (!options || !isTakenApart(options, fn) || !isMostlyWrittenOut(sites)) return position;
  const annotation = annotationOf(options.node);
  if (!annotation) {
    const isPlain = file.language === 'js' && options.isObjectPattern();
    const taken = options.isObjectPattern() ? keysOfPattern(options.node) : [];
    const key = isPlain ? freeKey(taken) : undefined;
    return key === undefined ? position : { kind: 'key', key, options, type: undefined };
  }
  const type = objectType(annotation, file, host);
  if (!type || (host.isEditable && !host.isEditable(type.file.path))) return position;
  const isNamed = annotation.type === 'TSTypeReference';
  if (isNamed && !(annotation.typeName.type === 'Identifier' && OPTIONS_NAME.test(annotation.typeName.name)))
    return position;
  const taken = membersOf(type.node).flatMap((one) =>
    'key' in one && one.key.type === 'Identifier' ? [one.key.name] : [],
  );
  const key = freeKey(taken);
  return key === undefined ? position : { kind: 'key', key, options, type };
}

/** A parameter behind those that `fn` has. */
export function lastPosition(fn: NodePath<t.Function>, signatures: FunctionUses['signatures']): PlannedSlot {
  const params = parametersOf(fn.node);
  // Only where the function itself is what the type declares do its bare parameters take their types from there.
  const isBare =
    params.length > 0 && !params.some((param) => 'typeAnnotation' in param && !!param.typeAnnotation);
  const isTyped =
    !isBare ||
    fn.isFunctionDeclaration() ||
    isClassFunction(fn) ||
    !signatures.some(({ node }) => !isOverload(node.node));
  return { kind: 'position', index: params.length, isTyped };
}

/** The object type of the whole options of `fn`: a session among its keys is at hand in `fn`, too. */
export function typeOfWholeOptions(
  fn: NodePath<t.Function>,
  file: SourceFile,
  host: ModuleHost,
): t.Node | undefined {
  const options = optionsOf(fn);
  const type = options?.isIdentifier() ? annotationOf(options.node) : undefined;
  return type && objectType(type, file, host)?.node;
}

function isMostlyWrittenOut(sites: FunctionUses['sites']): boolean {
  const writtenOut = sites.filter(({ call }) => {
    const [argument] = argumentsOf(call);
    return argument === undefined || unwrap(argument).isObjectExpression();
  });
  return writtenOut.length * 2 >= sites.length;
}

function isOverload({ type }: t.Node): boolean {
  return type === 'TSDeclareFunction' || type === 'TSDeclareMethod';
}

function freeKey(taken: readonly string[]): string | undefined {
  return ['session', 'signalSession'].find((key) => !taken.includes(key));
}

function keysOfPattern(pattern: t.ObjectPattern): string[] {
  return pattern.properties.flatMap((one) => (one.type === 'ObjectProperty' ? (keyName(one) ?? []) : []));
}

/** The only parameter of `fn`, when it is a name or an object pattern. */
function optionsOf(fn: NodePath<t.Function>): NodePath<t.Identifier | t.ObjectPattern> | undefined {
  const [param, ...more] = paramsOf(fn);
  if (!param || more.length > 0) return undefined;
  const target = targetOf(param);
  return target.isIdentifier() || target.isObjectPattern() ? target : undefined;
}

/** Whether a call without options gets some, which it would not where it gave a session alone. */
function hasOwnDefault(fn: NodePath<t.Function>): boolean {
  const [param] = paramsOf(fn);
  if (!param?.isAssignmentPattern()) return false;
  const given = unwrap(param.get('right'));
  return !given.isObjectExpression() || given.node.properties.length > 0;
}

/** Whether only single keys of the options are used: an object that is handed on whole would carry the session along. */
function isTakenApart(options: NodePath<t.Identifier | t.ObjectPattern>, fn: NodePath<t.Function>): boolean {
  if (options.isObjectPattern())
    return options.node.properties.every((one) => one.type === 'ObjectProperty' && !one.computed);
  const binding = options.isIdentifier() ? fn.scope.getOwnBinding(options.node.name) : undefined;
  return (
    binding !== undefined &&
    binding.constantViolations.length === 0 &&
    binding.referencePaths.length > 0 &&
    binding.referencePaths.every((reference) => {
      const { parentPath } = reference;
      if (parentPath?.isVariableDeclarator() && reference.key === 'init') {
        const id = parentPath.node.id;
        return id.type === 'ObjectPattern' && id.properties.every((one) => one.type === 'ObjectProperty');
      }
      return reference.key === 'object' && asMember(parentPath as NodePath)?.name !== undefined;
    })
  );
}

/** The object type that `type` is: written out, or an interface or alias of the project. */
export function objectType(type: t.TSType, file: SourceFile, host: ModuleHost): OptionsType | undefined {
  if (type.type === 'TSTypeLiteral') return { file, node: type };
  if (type.type !== 'TSTypeReference' || type.typeParameters || type.typeName.type !== 'Identifier')
    return undefined;
  const found = findType(type.typeName.name, programOf(file), file, host);
  if (!found) return undefined;
  const { node } = found.declaration;
  if (node.typeParameters) return undefined;
  if (node.type === 'TSInterfaceDeclaration') return { file: found.file, node: node.body };
  return node.typeAnnotation.type === 'TSTypeLiteral'
    ? { file: found.file, node: node.typeAnnotation }
    : undefined;
}

/** The members of an object type. */
export function membersOf(node: t.TSTypeLiteral | t.TSInterfaceBody): readonly t.TSTypeElement[] {
  return node.type === 'TSTypeLiteral' ? node.members : node.body;
}

/** What a call of a function with that slot does about the session. */
export type SlotState =
  | { readonly kind: 'open' }
  /** `value` is what it gives; undefined where that is a method. */
  | { readonly kind: 'filled'; readonly value: NodePath | undefined }
  | { readonly kind: 'closed' };

/** Whether `call` leaves the slot open, fills it, or cannot fill it because its arguments are spread. */
export function slotState(call: CallPath, slot: SessionSlot): SlotState {
  const args = argumentsOf(call);
  if (args.some((argument) => argument.isSpreadElement())) return { kind: 'closed' };
  if (slot.kind === 'position') {
    const value = args[slot.index];
    return value ? { kind: 'filled', value } : { kind: 'open' };
  }
  const [argument] = args;
  const options = argument && unwrap(argument);
  if (!options?.isObjectExpression()) return { kind: 'open' };
  for (const property of options.get('properties')) {
    if (property.isSpreadElement() || keyName(property.node as t.ObjectMember) !== slot.key) continue;
    const value = property.isObjectProperty() ? (property.get('value') as NodePath) : undefined;
    return { kind: 'filled', value };
  }
  return { kind: 'open' };
}
