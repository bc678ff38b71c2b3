import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import { encloses, type Span } from '../source/span.js';
import { isWrapper } from '../source/wrappers.js';

/** The offsets of a node that was parsed from text; every node of ours was. */
export function spanOf(node: t.Node): Span {
  return { start: node.start ?? 0, end: node.end ?? 0 };
}

/** Whether a node of a file stands in `whole`, or is it. */
export function isPartOf(node: t.Node, whole: t.Node): boolean {
  return encloses(spanOf(whole), spanOf(node));
}

/** Takes off what does not change the value: `as`, `satisfies`, `!`, parentheses. */
export function unwrap(path: NodePath): NodePath {
  let current = path;
  while (isWrapper(current.node)) current = current.get('expression') as NodePath;
  return current;
}

/** What is awaited, or the value itself. */
export function withoutAwait(path: NodePath): NodePath {
  return unwrap(path.isAwaitExpression() ? path.get('argument') : path);
}

export type CallPath = NodePath<t.CallExpression | t.OptionalCallExpression>;

// By the type of the node, because this and `asMember` are asked more than all others, and `isCallExpression` is two calls.
export function asCall(path: NodePath): CallPath | undefined {
  const type = path.node?.type;
  return type === 'CallExpression' || type === 'OptionalCallExpression' ? (path as CallPath) : undefined;
}

interface Member {
  readonly object: NodePath;
  readonly property: NodePath;
  /** Undefined where it is computed. */
  readonly name: string | undefined;
}

/** The parts of `object.name`, `object?.name`, `object['name']` or `object.#name`. */
export function asMember(path: NodePath): Member | undefined {
  const { node } = path;
  if (node?.type !== 'MemberExpression' && node?.type !== 'OptionalMemberExpression') return undefined;
  const property = path.get('property') as NodePath;
  const object = path.get('object') as NodePath;
  return { object, property, name: propertyName(property, node.computed) };
}

function propertyName(property: NodePath, computed: boolean): string | undefined {
  if (property.isPrivateName()) return `#${property.node.id.name}`;
  if (property.isIdentifier()) return computed ? undefined : property.node.name;
  return literalText(property.node);
}

/** The value and the names by which it is had from it: `a` and `['b', 'c']` of `a.b.c`; undefined where one is computed. */
export function memberChain(
  path: NodePath,
): { readonly root: NodePath; readonly names: string[] } | undefined {
  const names: string[] = [];
  let root = unwrap(path);
  for (let member = asMember(root); member; member = asMember(root)) {
    if (member.name === undefined) return undefined;
    names.unshift(member.name);
    root = unwrap(member.object);
  }
  return { root, names };
}

/** The text of a string literal, or of a template without expressions. */
export function literalText(node: t.Node): string | undefined {
  if (node.type === 'StringLiteral') return node.value;
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}

/** The type that a name, a pattern or a property is annotated with. */
export function annotationOf(node: t.Node): t.TSType | undefined {
  const annotation = 'typeAnnotation' in node ? node.typeAnnotation : undefined;
  return annotation?.type === 'TSTypeAnnotation' ? annotation.typeAnnotation : undefined;
}

/** The parameters of `fn` that a call gives values for, in their order: `this` is none of them. */
export function paramsOf(fn: NodePath<t.Function>): NodePath[] {
  const params = fn.get('params') as NodePath[];
  return params[0]?.isIdentifier({ name: 'this' }) ? params.slice(1) : params;
}

/** Which parameter of `fn` binds a name, whole or in a pattern; undefined where none does. */
export function parameterPosition(
  { kind, scope, identifier }: Binding,
  fn: NodePath<t.Function>,
): number | undefined {
  if (kind !== 'param' || scope.path.node !== fn.node) return undefined;
  const index = paramsOf(fn).findIndex(({ node }) => isPartOf(identifier, node));
  return index < 0 ? undefined : index;
}

/** The name by which a function or a method is called: `f` of `f()` and of `a.f()`. */
export function calledName(call: CallPath): string | undefined {
  const callee = unwrap(calleeOf(call));
  return asMember(callee)?.name ?? (callee.isIdentifier() ? callee.node.name : undefined);
}

/** The object and the name of the method that a call calls: `a` and `f` of `a.f()`. */
export function memberCalled(call: CallPath): Member | undefined {
  return asMember(unwrap(calleeOf(call)));
}

/** The call that `argument` is given to. */
export function callWith(argument: NodePath): CallPath | undefined {
  const { listKey, parentPath } = argument;
  return listKey === 'arguments' && parentPath ? asCall(parentPath) : undefined;
}

/** What calls the function of a parameter back by one of `methods`: `queue` of `queue.forEach((entry) => …)`. */
export function calledBackBy({ scope }: Binding, methods: RegExp): NodePath | undefined {
  const call = callWith(scope.path);
  const member = call && memberCalled(call);
  return methods.test(member?.name ?? '') ? member?.object : undefined;
}

export function argumentsOf(call: CallPath): NodePath[] {
  return call.get('arguments') as NodePath[];
}

export function calleeOf(call: CallPath): NodePath {
  return call.get('callee') as NodePath;
}

/** The name of a non-computed (or string-literal) key. */
export function keyName(node: t.ObjectMember | t.ObjectProperty | t.ClassMethod): string | undefined {
  if (!node.computed && node.key.type === 'Identifier') return node.key.name;
  return node.key.type === 'StringLiteral' ? node.key.value : undefined;
}

/** The value that an object literal itself gives a key. */
export function propertyOf(object: NodePath<t.ObjectExpression>, name: string): NodePath | undefined {
  for (const property of object.get('properties')) {
    if (property.isObjectProperty() && keyName(property.node) === name)
      return property.get('value') as NodePath;
  }
  return undefined;
}

/** What stands in an object literal under a key: the value of a property, or a method. */
export function memberUnder(object: NodePath<t.ObjectExpression>, name: string): NodePath | undefined {
  for (const property of object.get('properties')) {
    if (property.isSpreadElement() || keyName(property.node as t.ObjectMember) !== name) continue;
    return property.isObjectProperty() ? (property.get('value') as NodePath) : property;
  }
  return undefined;
}

/** What a variable is declared with, or the pattern that it stands in. */
export function initOf({ path }: Binding): NodePath | undefined {
  const init = path.isVariableDeclarator() ? (path.get('init') as NodePath) : undefined;
  return init?.node ? init : undefined;
}

/** The value that an identifier's binding was declared with: an initialiser, a function or a class. */
export function declaredValue(binding: Binding): NodePath | undefined {
  const { path } = binding;
  if (path.isFunctionDeclaration() || path.isClassDeclaration()) return path;
  return path.isVariableDeclarator() && path.get('id').isIdentifier() ? initOf(binding) : undefined;
}

/** Values assigned after the declaration (`client = createSignalServer()`). */
export function assignedValues(binding: Binding): NodePath[] {
  return binding.constantViolations.flatMap((violation) =>
    violation.isAssignmentExpression() && violation.get('left').isIdentifier()
      ? [violation.get('right')]
      : [],
  );
}

/** The module and export that a binding was imported or required from; `*` is the namespace. */
export function importedFrom(binding: Binding): { source: string; name: string } | undefined {
  const { path } = binding;
  if (path.isVariableDeclarator()) return requiredBinding(binding);
  const declaration = path.parentPath;
  if (!declaration?.isImportDeclaration()) return undefined;
  const source = declaration.node.source.value;
  if (path.isImportDefaultSpecifier()) return { source, name: 'default' };
  if (path.isImportNamespaceSpecifier()) return { source, name: '*' };
  if (!path.isImportSpecifier()) return undefined;
  const { imported } = path.node;
  return { source, name: imported.type === 'Identifier' ? imported.name : imported.value };
}

/** What `name` is called where it is imported from; `name` itself where it is not, or comes whole or by default. */
export function originalName(name: string, at: NodePath): string {
  const binding = at.scope.getBinding(name);
  const imported = binding && importedFrom(binding)?.name;
  return imported === undefined || imported === 'default' || imported === '*' ? name : imported;
}

/** The module and export that an expression names: an imported name, or a member of an imported namespace. */
export function importedValue(expression: NodePath): { source: string; name: string } | undefined {
  const value = unwrap(expression);
  const member = asMember(value);
  const holder = unwrap(member?.object ?? value);
  if (!holder.isIdentifier()) return undefined;
  const binding = holder.scope.getBinding(holder.node.name);
  const imported = binding && importedFrom(binding);
  if (!imported || !member) return imported;
  return imported.name === '*' && member.name !== undefined
    ? { source: imported.source, name: member.name }
    : undefined;
}

/** Whether an expression is the name of something global: `Object`, unless the code declares one itself. */
export function isGlobalName(path: NodePath, name: string): boolean {
  return path.isIdentifier({ name }) && !path.scope.hasBinding(name, true);
}

export function isImported(expression: NodePath, source: string, name: string): boolean {
  const imported = importedValue(expression);
  return imported?.source === source && imported.name === name;
}

function requiredBinding(binding: Binding): { source: string; name: string } | undefined {
  const taken = destructuredFrom(binding);
  const value = taken?.from ?? declaredValue(binding);
  const source = value && requiredSource(value);
  return source === undefined ? undefined : { source, name: taken?.key ?? '*' };
}

/** The specifier of `require('x')` or `await import('x')`. */
export function requiredSource(path: NodePath): string | undefined {
  const value = withoutAwait(path);
  const call = asCall(value);
  if (call) {
    const callee = calleeOf(call);
    if (!callee.isImport() && !callee.isIdentifier({ name: 'require' })) return undefined;
    const source = argumentsOf(call)[0];
    return source?.isStringLiteral() ? source.node.value : undefined;
  }
  if (!value.isImportExpression()) return undefined;
  const source = value.get('source');
  return source.isStringLiteral() ? source.node.value : undefined;
}

/** For a name that was destructured: the key it was taken under and the value it was taken from. */
export function destructuredFrom(binding: Binding): { key: string; from: NodePath } | undefined {
  const { path, identifier } = binding;
  const from = initOf(binding);
  const pattern = from && path.isVariableDeclarator() ? path.get('id') : undefined;
  if (!from || !pattern?.isObjectPattern()) return undefined;
  const key = patternKey(pattern.node, identifier);
  return key === undefined ? undefined : { key, from };
}

/** The key under which `pattern` binds `identifier`, one level deep. */
export function patternKey(pattern: t.ObjectPattern, identifier: t.Identifier): string | undefined {
  for (const property of pattern.properties) {
    if (property.type !== 'ObjectProperty') continue;
    const target = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    if (target === identifier) return keyName(property);
  }
  return undefined;
}

/** The name that `fn` is declared under: its own, or that of the variable it was assigned to. */
export function bindingOf(fn: NodePath<t.Function>): Binding | undefined {
  if (fn.isFunctionDeclaration()) {
    return fn.node.id ? fn.parentPath.scope.getBinding(fn.node.id.name) : undefined;
  }
  const declarator = fn.parentPath;
  if (!declarator?.isVariableDeclarator() || declarator.node.id.type !== 'Identifier') return undefined;
  return declarator.scope.getBinding(declarator.node.id.name);
}

/** The call that calls `callee`. */
export function callTo({ key, parentPath }: NodePath): CallPath | undefined {
  return key === 'callee' && parentPath ? asCall(parentPath) : undefined;
}

/** The calls of `fn` by its name. */
export function callsOf(fn: NodePath<t.Function>): CallPath[] {
  return (bindingOf(fn)?.referencePaths ?? []).flatMap((reference) => callTo(reference) ?? []);
}

/** What the function gives back: the body of a concise arrow, or every returned expression of its own. */
export function returnedBy(fn: NodePath<t.Function>): NodePath[] {
  const body = fn.get('body') as NodePath;
  if (!body.isBlockStatement()) return [body];
  const returned: NodePath[] = [];
  readBelow(body, {
    Function: (inner) => inner.skip(),
    ReturnStatement: (statement) => {
      const argument = statement.get('argument') as NodePath;
      if (argument.node) returned.push(argument);
    },
  });
  return returned;
}

const references = new WeakMap<t.Node, readonly NodePath<t.Identifier>[]>();

/** The identifiers that an expression reads, itself included. */
export function referencesIn(value: NodePath): readonly NodePath<t.Identifier>[] {
  const known = references.get(value.node);
  if (known) return known;
  const identifiers: NodePath<t.Identifier>[] = value.isIdentifier() ? [value] : [];
  readBelow(value, {
    Identifier: (identifier) => {
      if (identifier.isReferencedIdentifier()) identifiers.push(identifier as NodePath<t.Identifier>);
    },
  });
  references.set(value.node, identifiers);
  return identifiers;
}

/** What a default value is given to; the parameter itself where there is none. */
export function targetOf(param: NodePath): NodePath {
  return param.isAssignmentPattern() ? (param.get('left') as NodePath) : param;
}

/** `path` and the parts of its expression around it, innermost first, as far as a statement or a function that holds them. */
export function partsAround(path: NodePath): NodePath[] {
  const parts: NodePath[] = [];
  for (
    let part = path;
    part.parentPath && !part.isStatement() && !part.parentPath.isFunction();
    part = part.parentPath
  )
    parts.push(part);
  return parts;
}

/** The functions around `path`, innermost first. */
export function enclosingFunctions(path: NodePath): NodePath<t.Function>[] {
  const found: NodePath<t.Function>[] = [];
  for (let fn = path.getFunctionParent(); fn; fn = fn.getFunctionParent()) found.push(fn);
  return found;
}

export function directivesOf(fn: NodePath<t.Function>): string[] {
  const { body } = fn.node;
  return body.type === 'BlockStatement' ? body.directives.map((directive) => directive.value.value) : [];
}
