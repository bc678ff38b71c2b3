import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../../source/crawl.js';
import { namesUsedIn } from '../../source/names.js';
import type { SourceFile } from '../../source/parse.js';
import { asCall, calleeOf, isImported, keyName, patternKey, spanOf, unwrap } from '../expressions.js';
import type { ContextPlace, SourceKind } from '../model.js';
import {
  annotationOf,
  type Member,
  mayBeNothing,
  memberShape,
  type RequestShapes,
  type Shape,
  untypedShape,
} from './request-shapes.js';

/** How a function that makes a context can put the request into it. */
export interface RequestAccess {
  /** What the context calls it: `headers`, or `req` for a Node request. */
  readonly key: string;
  readonly reads: SourceKind;
  /** The expression may be undefined. */
  readonly isOptional: boolean;
  /** The expression for it, as it can be written at `at`; undefined where the name means something else there. */
  readonly valueAt: (at: NodePath) => string | undefined;
  /** The type of the expression, as it can be written in the file; undefined when it has no short name. */
  readonly typeText: string | undefined;
  /** What has to change for the expression to be had. */
  readonly places: readonly ContextPlace[];
}

/** Every way in which `fn` has the request at hand by its parameters, the best one first. */
export function requestAccesses(
  fn: NodePath<t.Function>,
  file: SourceFile,
  shapes: RequestShapes,
): RequestAccess[] {
  return fn.get('params').flatMap((param): RequestAccess[] => {
    const target = param.isAssignmentPattern() ? (param.get('left') as NodePath) : (param as NodePath);
    if (target.isIdentifier()) return accessesByName(target, fn, file, shapes.ofParameter(target, file));
    if (!target.isObjectPattern()) return [];
    return accessesByPattern(target, fn, file, shapes.ofParameter(target, file));
  });
}

/** A way by the headers that `fn` reads itself: `const h = await headers()`, or a call of it somewhere in the body. */
export function headersAccess(fn: NodePath<t.Function>): RequestAccess | undefined {
  const body = fn.get('body') as NodePath;
  let read: string | undefined;
  let variable: { name: string; end: number } | undefined;
  readBelow(body, {
    Function: (inner) => inner.skip(),
    AwaitExpression: (awaited) => {
      const call = asCall(unwrap(awaited.get('argument')));
      const callee = call && unwrap(calleeOf(call));
      if (!callee || !isImported(callee, 'next/headers', 'headers') || !callee.isIdentifier()) return;
      read = `await ${callee.node.name}()`;
      const declarator = awaited.parentPath;
      if (!declarator.isVariableDeclarator() || declarator.node.id.type !== 'Identifier') return;
      if (declarator.parentPath?.parentPath?.node !== body.node) return;
      variable ??= { name: declarator.node.id.name, end: spanOf(declarator.node).end };
    },
  });
  if (read === undefined) return undefined;
  const valueAt = (at: NodePath): string | undefined =>
    variable && variable.end < spanOf(at.node).start && seesOwn(at, variable.name, fn) ? variable.name : read;
  return { key: 'headers', reads: 'headers', isOptional: false, valueAt, typeText: 'Headers', places: [] };
}

function seesOwn(at: NodePath, name: string, fn: NodePath<t.Function>): boolean {
  const binding = at.scope.getBinding(name);
  return binding !== undefined && binding === (fn.get('body') as NodePath).scope.getBinding(name);
}

/** The members of an options object that may be the request or its headers, the best one first. */
function requestMembers(shape: Extract<Shape, { kind: 'object' }>): [name: string, member: Member][] {
  const rank = (name: string): number => ['headers', 'req', 'request'].indexOf(name) + 1 || 9;
  return [...shape.members]
    .filter(([name, { shape: own }]) => mayBeRequest(name, own))
    .sort(([a], [b]) => rank(a) - rank(b));
}

/** Whether a member is the request or its headers, and not those of the response. */
export function mayBeRequest(name: string, shape: Shape | undefined): boolean {
  if (shape?.kind !== 'request' && shape?.kind !== 'headers') return false;
  return !/^res/i.test(name);
}

/** The two ways to keep a request: a web request by its headers, else as `req`; a Node one as `req`, else by its headers. */
function waysOf(
  shape: Shape | undefined,
  isOptional: boolean,
  expression: (at: NodePath) => string | undefined,
  typeText: string | undefined,
  places: readonly ContextPlace[],
): RequestAccess[] {
  const headers = (at: NodePath): string | undefined => {
    const found = expression(at);
    return found && `${found}${isOptional ? '?.' : '.'}headers`;
  };
  switch (shape?.kind) {
    case 'headers':
      return [{ key: 'headers', reads: 'headers', isOptional, valueAt: expression, typeText, places }];
    case 'request': {
      const byHeaders = {
        key: 'headers',
        reads: 'headers' as const,
        isOptional,
        valueAt: headers,
        typeText: shape.reads === 'request' ? 'Headers' : typeText && `${typeText}['headers']`,
        places,
      };
      const asRequest = {
        key: 'req',
        reads: shape.reads,
        isOptional,
        valueAt: expression,
        typeText,
        places,
      };
      return shape.reads === 'request' ? [byHeaders, asRequest] : [asRequest, byHeaders];
    }
    case 'object':
    case undefined:
      return [];
  }
}

function accessesByName(
  param: NodePath<t.Identifier>,
  fn: NodePath<t.Function>,
  file: SourceFile,
  shape: Shape | undefined,
): RequestAccess[] {
  const { name } = param.node;
  const annotation = annotationOf(param);
  const isOptional = param.node.optional === true || (annotation !== undefined && mayBeNothing(annotation));
  const isOwn = (at: NodePath): boolean => at.scope.getBinding(name)?.identifier === param.node;
  const whole = (at: NodePath): string | undefined => (isOwn(at) ? name : undefined);
  if (shape?.kind !== 'object') {
    return waysOf(shape, isOptional, whole, annotation && textOf(annotation, file), []);
  }
  return requestMembers(shape).flatMap(([key, member]) => {
    const inBody = destructuredInBody(param.node, key, fn);
    const expression = (at: NodePath): string | undefined => {
      if (inBody && inBody.end < spanOf(at.node).start && seesOwn(at, inBody.name, fn)) return inBody.name;
      return isOwn(at) ? `${name}${isOptional ? '?.' : '.'}${key}` : undefined;
    };
    const typeText = memberTypeText(annotation, key, file);
    return waysOf(member.shape, isOptional || member.optional, expression, typeText, []);
  });
}

function accessesByPattern(
  pattern: NodePath<t.ObjectPattern>,
  fn: NodePath<t.Function>,
  file: SourceFile,
  typed: Shape | undefined,
): RequestAccess[] {
  const annotation = annotationOf(pattern);
  const keys = pattern.node.properties.flatMap((one) =>
    one.type === 'ObjectProperty' ? [keyName(one)] : [],
  );
  if (typed && typed.kind !== 'object') {
    // `({ headers }: NextRequest)`
    const headers = memberShape(typed, 'headers');
    const value = bindingFor(pattern, 'headers', file, fn);
    return waysOf(headers, false, value.expression, undefined, value.places);
  }
  const members: [string, Member][] = typed
    ? requestMembers(typed)
    : annotation
      ? []
      : keys.flatMap((key) =>
          key === undefined ? [] : [[key, { shape: untypedShape(pattern.node, key), optional: false }]],
        );
  return members.flatMap(([key, member]) => {
    const value = bindingFor(pattern, key, file, fn);
    const typeText = memberTypeText(annotation, key, file);
    return waysOf(member.shape, member.optional, value.expression, typeText, value.places);
  });
}

/** The name under which `pattern` binds `key`; one that it does not bind yet is added to it. */
function bindingFor(
  pattern: NodePath<t.ObjectPattern>,
  key: string,
  file: SourceFile,
  fn: NodePath<t.Function>,
): {
  expression: (at: NodePath) => string | undefined;
  places: readonly ContextPlace[];
} {
  for (const property of pattern.node.properties) {
    const isRest = property.type === 'RestElement';
    if (!isRest && keyName(property) !== key) continue;
    const value = isRest ? property.argument : property.value;
    const target = value.type === 'AssignmentPattern' ? value.left : value;
    const expression = (at: NodePath): string | undefined => {
      if (target.type !== 'Identifier' || at.scope.getBinding(target.name)?.identifier !== target)
        return undefined;
      return isRest ? `${target.name}.${key}` : target.name;
    };
    return { expression, places: [] };
  }
  if (namesUsedIn(fn.node).has(key)) return { expression: () => undefined, places: [] };
  const place: ContextPlace = { kind: 'pattern', path: file.path, pattern, name: key };
  return { expression: () => key, places: [place] };
}

/** `const { req } = opts` directly in the body of `fn`. */
function destructuredInBody(
  param: t.Identifier,
  key: string,
  fn: NodePath<t.Function>,
): { name: string; end: number } | undefined {
  const body = fn.get('body') as NodePath;
  if (!body.isBlockStatement()) return undefined;
  for (const statement of body.get('body')) {
    if (!statement.isVariableDeclaration()) continue;
    for (const declarator of statement.get('declarations')) {
      const id = declarator.get('id');
      const init = declarator.get('init') as NodePath;
      if (!id.isObjectPattern() || !unwrap(init).isIdentifier({ name: param.name })) continue;
      for (const [name, binding] of Object.entries(body.scope.bindings)) {
        if (patternKey(id.node, binding.identifier) === key)
          return { name, end: spanOf(declarator.node).end };
      }
    }
  }
  return undefined;
}

/** `CreateNextContextOptions['req']`, or what the type literal of the parameter says of the member. */
function memberTypeText(annotation: t.TSType | undefined, key: string, file: SourceFile): string | undefined {
  if (annotation?.type === 'TSTypeReference') return `${textOf(annotation, file)}['${key}']`;
  if (annotation?.type !== 'TSTypeLiteral') return undefined;
  for (const member of annotation.members) {
    if (member.type !== 'TSPropertySignature' || member.key.type !== 'Identifier') continue;
    const type = member.typeAnnotation?.typeAnnotation;
    if (member.key.name === key && type) return textOf(type, file);
  }
  return undefined;
}

function textOf(node: t.Node, file: SourceFile): string {
  const { start, end } = spanOf(node);
  return file.text.slice(start, end);
}
