import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../../source/parse.js';
import { annotationOf, unwrap } from '../expressions.js';
import type { ModuleHost } from '../module-host.js';
import { projectText } from '../project-text.js';
import { resolved } from '../project-values.js';
import { isSessionMethod, type SessionMethod, slotOf } from '../signal-methods.js';
import { findType } from '../signatures.js';

/** What an expression may come to by a choice that it makes itself: each branch of `cond ? a : b`, the last of `(0, a)`. */
export function choicesOf(expression: NodePath): readonly NodePath[] {
  const value = unwrap(expression);
  if (value.isConditionalExpression())
    return [value.get('consequent'), value.get('alternate')].flatMap(choicesOf);
  if (value.isLogicalExpression()) {
    const right = choicesOf(value.get('right'));
    return value.node.operator === '&&' ? right : [...choicesOf(value.get('left')), ...right];
  }
  const last = value.isSequenceExpression() ? value.get('expressions').at(-1) : undefined;
  return last ? choicesOf(last) : [value];
}

/** The session methods that a computed key may name. */
export interface ChosenMethods {
  /** The one that asks for no more than the others do. */
  readonly name: SessionMethod;
  /** Whether the key names nothing else, and whichever it names takes the session at the same place. */
  readonly alike: boolean;
}

/** What the key of `client[key]` may name, which may be anything where it cannot be told; undefined where no session method. */
export function chosenMethods(
  key: NodePath,
  file: SourceFile | undefined,
  host: ModuleHost,
): ChosenMethods | undefined {
  const names = file && textsOf(key, file, host);
  if (!names) return { name: 'capture', alike: false };
  const methods = names.filter(isSessionMethod);
  // The id of a person is taken from the session for a capture alone.
  const name = methods.find((one) => one !== 'capture') ?? methods[0];
  if (!name) return undefined;
  const slot = JSON.stringify(slotOf(name));
  const alike =
    methods.length === names.length && methods.every((one) => JSON.stringify(slotOf(one)) === slot);
  return { name, alike };
}

/** The texts that an expression may be; undefined where it may be others, too. */
function textsOf(
  expression: NodePath,
  file: SourceFile,
  host: ModuleHost,
  seen: Set<t.Node> = new Set(),
): readonly string[] | undefined {
  return all(choicesOf(expression), (choice) => {
    if (mayChange(choice)) return undefined;
    const text = projectText(choice, file, host)?.text;
    if (text !== undefined) return [text];
    const found = resolved(choice, file, host);
    if (!found) return undefined;
    const value = unwrap(found.value);
    if (seen.has(value.node)) return [];
    seen.add(value.node);
    if (value.node !== choice.node) return textsOf(value, found.file, host, seen);
    const binding = value.isIdentifier() ? value.scope.getBinding(value.node.name) : undefined;
    const type = binding && annotationOf(binding.identifier);
    return type && textsOfType(type, value, found.file, host, seen);
  });
}

function mayChange(value: NodePath): boolean {
  const binding = value.isIdentifier() ? value.scope.getBinding(value.node.name) : undefined;
  return binding !== undefined && binding.constantViolations.length > 0;
}

function textsOfType(
  type: t.TSType,
  at: NodePath,
  file: SourceFile,
  host: ModuleHost,
  seen: Set<t.Node>,
): readonly string[] | undefined {
  if (seen.has(type)) return [];
  seen.add(type);
  if (type.type === 'TSUnionType') return all(type.types, (one) => textsOfType(one, at, file, host, seen));
  if (type.type === 'TSLiteralType')
    return type.literal.type === 'StringLiteral' ? [type.literal.value] : undefined;
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined;
  const found = findType(type.typeName.name, at, file, host);
  return found?.declaration.isTSTypeAliasDeclaration()
    ? textsOfType(found.declaration.node.typeAnnotation, found.declaration, found.file, host, seen)
    : undefined;
}

function all<T>(
  some: readonly T[],
  textsOfOne: (one: T) => readonly string[] | undefined,
): readonly string[] | undefined {
  const found = some.map(textsOfOne);
  return found.every((one) => one !== undefined) ? found.flat() : undefined;
}
