import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import type { SourceFile } from '../source/parse.js';
import { isWrapper } from '../source/wrappers.js';
import {
  asCall,
  asMember,
  type CallPath,
  calleeOf,
  callTo,
  callWith,
  keyName,
  memberCalled,
  unwrap,
} from './expressions.js';
import { isCollection } from './signatures.js';
import { ANY_KEY, ENTRY, type Key, type KeyStep, member, type Step, type Steps } from './steps.js';

/** The function that a value is, or the constructor of a class. */
export function functionIn(
  value: NodePath,
  file: SourceFile,
): { fn: NodePath<t.Function>; file: SourceFile } | undefined {
  if (value.isFunction()) return { fn: value, file };
  if (!value.isClass()) return undefined;
  for (const one of value.get('body').get('body')) {
    if (one.isClassMethod({ kind: 'constructor' })) return { fn: one, file };
  }
  return undefined;
}

/** What a constructor hands to that of the base class. */
export function superArguments(made: NodePath<t.Function>): NodePath[][] {
  const found: NodePath[][] = [];
  readBelow(made, {
    CallExpression: (call) => {
      if (call.get('callee').isSuper()) found.push(call.get('arguments'));
    },
  });
  return found;
}

/** Whether a function is a method or an accessor of a class, `#private` ones included. */
export function isClassFunction(
  fn: NodePath<t.Function>,
): fn is NodePath<t.ClassMethod> | NodePath<t.ClassPrivateMethod> {
  return fn.isClassMethod() || fn.isClassPrivateMethod();
}

/** The name of a class member; `#name` for a private one, undefined for a computed one. */
export function classKey(
  node: t.ClassMethod | t.ClassPrivateMethod | t.ClassProperty | t.ClassPrivateProperty | t.TSDeclareMethod,
): string | undefined {
  if (node.key.type === 'PrivateName') return `#${node.key.id.name}`;
  if (!('computed' in node) || !node.computed)
    return node.key.type === 'Identifier' ? node.key.name : undefined;
  return node.key.type === 'StringLiteral' ? node.key.value : undefined;
}

/** The `#name` that a member expression reads. */
export function privateName(path: NodePath): string | undefined {
  const property =
    path.isMemberExpression() || path.isOptionalMemberExpression() ? path.node.property : undefined;
  return property?.type === 'PrivateName' ? `#${property.id.name}` : undefined;
}

/** Whether a type says what stands here, so that all that may stand here agree about the parameters. */
export function isTypedPlace(path: NodePath): boolean {
  const { parentPath } = path;
  if (path.listKey === 'arguments') return true;
  if (parentPath?.isVariableDeclarator()) return isTypedName(parentPath.node.id);
  if (parentPath?.isAssignmentExpression() && parentPath.node.left.type === 'Identifier') {
    const binding = path.scope.getBinding(parentPath.node.left.name);
    return binding !== undefined && isTypedName(binding.identifier);
  }
  const isResult =
    parentPath?.isReturnStatement() || (parentPath?.isArrowFunctionExpression() && path.key === 'body');
  const fn = isResult ? path.getFunctionParent() : undefined;
  return !!fn?.node.returnType;
}

function isTypedName(node: t.Node): boolean {
  return node.type === 'Identifier' && !!node.typeAnnotation;
}

/** `null`, `undefined` or a boolean: nobody can call it. */
export function isNothing(path: NodePath): boolean {
  const value = unwrap(path);
  return value.isNullLiteral() || value.isBooleanLiteral() || value.isIdentifier({ name: 'undefined' });
}

/** Whether a member expression reads a `#name`. */
export function isPrivateMember(path: NodePath): boolean {
  return privateName(path) !== undefined;
}

/** Whether what a call gives outlives the function around it: a member, or a variable of somewhere further out. */
export function isKept(call: CallPath): boolean {
  let value: NodePath = call;
  while (
    value.parentPath &&
    (isTransparent(value.parentPath) ||
      value.parentPath.isLogicalExpression() ||
      value.parentPath.isConditionalExpression())
  )
    value = value.parentPath;
  const assignment = value.parentPath;
  if (!assignment?.isAssignmentExpression() || value.key !== 'right') return false;
  const left = unwrap(assignment.get('left') as NodePath);
  if (!left.isIdentifier()) return asMember(left) !== undefined;
  const declared = left.scope.getBinding(left.node.name);
  return declared?.scope.getFunctionParent() !== call.scope.getFunctionParent();
}

/** `users.map(track)`: the function is called with an index too. */
export function isIteration(path: NodePath): boolean {
  const call = callWith(path);
  const name = call && memberCalled(call)?.name;
  return (
    name !== undefined && /^(?:map|forEach|filter|flatMap|some|every|find|findIndex|reduce|sort)$/.test(name)
  );
}

/** Whether an expression is assigned to. */
export function isWritten(path: NodePath): boolean {
  return path.parentPath?.isAssignmentExpression() === true && path.key === 'left';
}

/** The class that a place is in. */
export function classAround(path: NodePath): NodePath<t.Class> | undefined {
  const found = path.findParent((one) => one.isClass());
  return found?.isClass() ? found : undefined;
}

/** Whether a name may come to mean something else than it was declared with. */
export function isReassigned({ path, constantViolations }: Binding): boolean {
  return constantViolations.some((violation) =>
    violation.isAssignmentExpression()
      ? path.isFunctionDeclaration()
      : // Overloads declare the name once more.
        !violation.isFunctionDeclaration() && !violation.isTSDeclareFunction(),
  );
}

/** What stands around a value without changing it. */
export function isTransparent(path: NodePath): boolean {
  return isWrapper(path.node) || path.isAwaitExpression();
}

/** A place from which a value gets to code that decides what it does with it. */
export function isHandOver(parent: NodePath): boolean {
  return parent.isJSXExpressionContainer() || parent.isJSXSpreadAttribute() || parent.isYieldExpression();
}

/** A use of a function by which nobody can call it. */
export function isHarmless(parent: NodePath): boolean {
  return (
    parent.isExpressionStatement() ||
    parent.isUnaryExpression() ||
    parent.isBinaryExpression() ||
    parent.isIfStatement() ||
    parent.isConditionalExpression() ||
    parent.isTSType() ||
    parent.isTSTypeQuery() ||
    parent.isTSEntityName() ||
    parent.isTSDeclareFunction() ||
    // Babel takes the name of a member that a type declares for a use of what has that name.
    parent.isTSMethodSignature() ||
    parent.isTSPropertySignature() ||
    parent.isTSDeclareMethod()
  );
}

/** `Foo | null`, `Readonly<Foo>`, `Promise<Foo>`: still the type of the value. */
export function isTypeWrapper(path: NodePath): boolean {
  if (path.isTSUnionType() || path.isTSParenthesizedType() || path.isTSIntersectionType()) return true;
  if (path.isTSTypeParameterInstantiation()) return true;
  if (path.isTSTypeOperator()) return path.node.operator === 'readonly';
  return (
    path.isTSTypeReference() &&
    path.node.typeName.type === 'Identifier' &&
    ['Readonly', 'Promise', 'NonNullable', 'Pick', 'Partial', 'Required', 'Omit'].includes(
      path.node.typeName.name,
    )
  );
}

/** `Foo[]`, `Map<string, Foo>`: the list, the map or the table of what is of the type. */
export function collectionAround(type: NodePath): NodePath | undefined {
  const { parentPath } = type;
  if (parentPath?.isTSArrayType() || (parentPath?.isTSMappedType() && type.key === 'typeAnnotation'))
    return parentPath;
  const generic = parentPath?.isTSTypeParameterInstantiation() ? parentPath.parentPath : undefined;
  const isLast = generic?.isTSTypeReference() && generic.node.typeParameters?.params.at(-1) === type.node;
  return isLast && generic.node.typeName.type === 'Identifier' && isCollection(generic.node.typeName.name)
    ? generic
    : undefined;
}

/** Whether a declared constant is an object that says itself what stands at the end of `steps`. */
export function hasOwnMember(declarator: NodePath | null, [step]: Steps): boolean {
  if (!declarator?.isVariableDeclarator() || step?.kind !== 'member') return false;
  const init = declarator.get('init') as NodePath;
  const value = init.node ? unwrap(init) : undefined;
  return (
    value?.isObjectExpression() === true &&
    value.node.properties.some((one) => one.type !== 'SpreadElement' && keyName(one) === step.name)
  );
}

/** Whether the function at `keys` of a literal is itself a part of it: `{ on: { send: track } }`, not `{ on: analytics }`. */
export function isWrittenOut(literal: NodePath, [key, ...rest]: readonly Key[]): boolean {
  if (key === undefined) return true;
  const inside = (value: NodePath): boolean => isWrittenOut(unwrap(value), rest);
  if (literal.isArrayExpression()) {
    const elements = literal.get('elements') as NodePath[];
    return key === ANY_KEY && elements.some((element) => element.node && inside(element));
  }
  if (!literal.isObjectExpression()) return false;
  const property = literal
    .get('properties')
    .find((one) => !one.isSpreadElement() && keyName(one.node as t.ObjectProperty) === key);
  return property?.isObjectProperty() ? inside(property.get('value') as NodePath) : property !== undefined;
}

/** Whether an expression is `import('…')`. */
export function isModulePromise(path: NodePath): boolean {
  const value = unwrap(path);
  return value.isImportExpression() || (asCall(value) ? calleeOf(value as CallPath).isImport() : false);
}

/** Whether a call is `Promise.all(…)`, which gives the values of a list in their order. */
export function isPromiseAll(call: CallPath): boolean {
  const called = memberCalled(call);
  return called?.name === 'all' && called.object.isIdentifier({ name: 'Promise' });
}

/** How an element is had from its array: by its place in what is awaited together, whose parts differ. */
export function keyInArray(element: NodePath, array: NodePath<t.ArrayExpression>): KeyStep {
  const call = callWith(array);
  const index = typeof element.key === 'number' ? element.key : 0;
  const isCounted = !array.node.elements.slice(0, index).some((one) => one?.type === 'SpreadElement');
  return call && isPromiseAll(call) && isCounted ? member(String(index)) : ENTRY;
}

/** The call of `then`, `catch` or `finally` on a promise of a value; undefined for a method of the value itself. */
export function settledBy(expression: NodePath, name: string, step: Step | undefined): CallPath | undefined {
  if (!/^(?:then|catch|finally)$/.test(name) || (step?.kind === 'member' && step.name === name))
    return undefined;
  return callTo(expression);
}
