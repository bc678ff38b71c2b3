import type { File } from '@babel/types';
import type { Node as EstreeNode } from '@oxc-project/types';

/** A node as the parser's JSON has it: its members are known by its type alone. */
export type Estree = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  // biome-ignore lint/suspicious/noExplicitAny: the edge to a parser; tests compare what is made of it with Babel's tree.
  [key: string]: any;
};
/** A node of Babel's, as it is made here. */
type Made = { type: string; start: number; end: number; [key: string]: unknown };
type Maker = (node: Estree) => Made;

/** Thrown for what is left to Babel. */
class NotConverted extends Error {}

/** How many levels are made here; of a deeper tree Babel says whether it is too deep. */
const MAX_DEPTH = 300;

/**
 * Makes of an ESTree program with TypeScript, as oxc's parser has it, the tree that `@babel/parser` 7 makes of the same
 * text: the same nodes at the same offsets with the same members. Left out are `loc`, comments on nodes, and what
 * `extra` says of anything but parentheses.
 * @param text of which the program is.
 * @param comments in the order of the text.
 * @returns undefined where the program holds what is left to Babel: decorators, deep nesting, rare syntax.
 */
export function babelTreeOf(
  text: string,
  { sourceType, hashbang, body }: Estree,
  comments: readonly Estree[],
  isTypeScript: boolean,
): File | undefined {
  // Where a module is declared, and where something is awaited outside of functions, they disagree.
  const isModule = sourceType === 'module';
  if ((isTypeScript || isModule) && isModule !== /\b(?:import|export)\b/.test(text)) return undefined;
  depth = 0;
  hasKinds = isTypeScript;
  program = text;
  try {
    const tree = {
      type: 'File',
      start: 0,
      end: text.length,
      errors: [],
      program: {
        type: 'Program',
        start: 0,
        end: text.length,
        sourceType,
        interpreter: interpreterOf(hashbang),
        ...bodyOf(body),
      },
      comments: comments.map(commentOf),
    };
    return tree as unknown as File;
  } catch (error) {
    if (error instanceof NotConverted) return undefined;
    throw error;
  }
}

function commentOf({ type, value, start, end }: Estree): Made {
  // `<!--` is none in a module, which Babel finds out later.
  if (program[start] !== '/') throw new NotConverted();
  return { type: `Comment${type}`, start, end, value };
}

let depth = 0;
/** The text that is converted. */
let program = '';
/** Whether imports and exports say if they are of types. */
let hasKinds = false;

function kindOf(kind: unknown): unknown {
  return hasKinds ? kind : undefined;
}

function one(node: Estree): Made {
  depth += 1;
  if (depth > MAX_DEPTH) throw new NotConverted();
  const made = (MAKERS[node.type as EstreeNode['type']] ?? leftToBabel)(node);
  depth -= 1;
  return made;
}

function many(nodes: readonly Estree[]): Made[] {
  return nodes.map(one);
}

/** Of lists with holes. */
function manyOrNone(nodes: readonly (Estree | null)[]): (Made | null)[] {
  return nodes.map((node) => (node === null ? null : one(node)));
}

function orNull(node: Estree | null | undefined): Made | null {
  return node ? one(node) : null;
}

function leftToBabel(): never {
  throw new NotConverted();
}

/** A node without children of its own. */
const leaf: Maker = ({ type, start, end }) => ({ type, start, end });

/** Members that Babel has only where they say something. */
function set(made: Made, name: string, value: unknown): void {
  if (value) made[name] = value;
}

function setNode(made: Made, name: string, node: Estree | null | undefined): void {
  if (node) made[name] = one(node);
}

function setDecorators({ decorators }: Estree): void {
  if (decorators?.length > 0) throw new NotConverted();
}

// Programs, statements

function interpreterOf(hashbang: Estree | null): Made | null {
  if (!hashbang) return null;
  return { type: 'InterpreterDirective', start: hashbang.start, end: hashbang.end, value: hashbang.value };
}

function bodyOf(statements: readonly Estree[]): { body: Made[]; directives: Made[] } {
  const first = statements.findIndex(({ directive }) => typeof directive !== 'string');
  const count = first === -1 ? statements.length : first;
  return {
    body: many(count === 0 ? statements : statements.slice(count)),
    directives: statements.slice(0, count).map(directiveOf),
  };
}

function directiveOf({ start, end, expression, directive }: Estree): Made {
  const value = { type: 'DirectiveLiteral', start: expression.start, end: expression.end, value: directive };
  return { type: 'Directive', start, end, value };
}

const block: Maker = ({ start, end, body }) => ({ type: 'BlockStatement', start, end, ...bodyOf(body) });

/** A target that is not declared in the loop may stand in parentheses that are not in the tree. */
function declared(left: Estree): Estree {
  return left.type === 'VariableDeclaration' ? left : leftToBabel();
}

const labelled: Maker = ({ type, start, end, label }) => ({ type, start, end, label: orNull(label) });

// Identifiers and patterns

const identifier: Maker = (node) => {
  const made = { type: 'Identifier', start: node.start, end: node.end, name: node.name };
  return typed(node, made);
};

/** What TypeScript adds to a pattern. */
function typed(node: Estree, made: Made): Made {
  setDecorators(node);
  set(made, 'optional', node.optional);
  setNode(made, 'typeAnnotation', node.typeAnnotation);
  return made;
}

const privateName: Maker = ({ start, end, name }) => ({
  type: 'PrivateName',
  start,
  end,
  id: { type: 'Identifier', start: start + 1, end, name },
});

const spread: Maker = ({ type, start, end, argument }) => ({ type, start, end, argument: one(argument) });

// Literals

const literal: Maker = ({ start, end, value, raw, bigint, regex }) => {
  if (regex) {
    // Of the flags oxc has its own order.
    const close = raw.lastIndexOf('/');
    return { type: 'RegExpLiteral', start, end, pattern: raw.slice(1, close), flags: raw.slice(close + 1) };
  }
  if (bigint !== undefined)
    return { type: 'BigIntLiteral', start, end, value: raw.slice(0, -1).replaceAll('_', '') };
  switch (typeof value) {
    case 'string':
      return { type: 'StringLiteral', start, end, value };
    case 'number':
      return { type: 'NumericLiteral', start, end, value };
    case 'boolean':
      return { type: 'BooleanLiteral', start, end, value };
    default:
      return raw === 'null' ? { type: 'NullLiteral', start, end } : leftToBabel();
  }
};

const template: Maker = ({ start, end, expressions, quasis }) => ({
  type: 'TemplateLiteral',
  start,
  end,
  expressions: many(expressions),
  quasis: many(quasis),
});

/** With TypeScript ESTree counts the delimiters in, Babel does not. */
const templateElement: Maker = ({ start, end, value, tail }) => ({
  type: 'TemplateElement',
  start: start + 1,
  end: end - (tail ? 1 : 2),
  value: { raw: value.raw, cooked: value.cooked },
  tail,
});

// Expressions

/** Babel says of the expression where its outermost parenthesis stands. */
const parenthesized: Maker = ({ start, expression }) => {
  const made = one(expression);
  made.extra = { parenthesized: true, parenStart: start };
  return made;
};

const binary: Maker = ({ type, start, end, left, operator, right }) => ({
  type,
  start,
  end,
  left: one(left),
  operator,
  right: one(right),
});

/** The parentheses around a target are not in the tree that is converted. */
function withoutParentheses(target: Estree, start: number): void {
  if (target.start !== start) throw new NotConverted();
  if (/^(?:Array|Object)Pattern$/.test(target.type) && program.slice(start, target.end).includes('('))
    throw new NotConverted();
}

const member: Maker = ({ start, end, object, property, computed }) => ({
  type: 'MemberExpression',
  start,
  end,
  object: one(object),
  computed,
  property: one(property),
});

const call: Maker = (node) => {
  const { type, start, end, callee } = node;
  const made = { type, start, end, callee: one(callee), arguments: many(node.arguments) };
  setNode(made, 'typeParameters', node.typeArguments);
  return made;
};

/** A chain is one node around it in ESTree; in Babel's tree each link from the first `?.` on says that it is one. */
const chain: Maker = ({ expression }) => link(expression).made;

function link(node: Estree): { readonly made: Made; readonly isOptional: boolean } {
  depth += 1;
  if (depth > MAX_DEPTH) throw new NotConverted();
  const linked = linkOf(node);
  depth -= 1;
  return linked;
}

function linkOf(node: Estree): { readonly made: Made; readonly isOptional: boolean } {
  const { type, start, end, optional } = node;
  switch (type) {
    case 'MemberExpression': {
      const object = link(node.object);
      if (!object.isOptional && !optional)
        return {
          made: {
            type,
            start,
            end,
            object: object.made,
            computed: node.computed,
            property: one(node.property),
          },
          isOptional: false,
        };
      const made = {
        type: 'OptionalMemberExpression',
        start,
        end,
        object: object.made,
        computed: node.computed,
        property: one(node.property),
        optional,
      };
      return { made, isOptional: true };
    }
    case 'CallExpression': {
      const callee = link(node.callee);
      const isOptional = callee.isOptional || optional;
      const made: Made = {
        type: isOptional ? 'OptionalCallExpression' : type,
        start,
        end,
        callee: callee.made,
        arguments: many(node.arguments),
      };
      if (isOptional) made.optional = optional;
      setNode(made, 'typeParameters', node.typeArguments);
      return { made, isOptional };
    }
    case 'TSNonNullExpression': {
      const inner = link(node.expression);
      return { made: { type, start, end, expression: inner.made }, isOptional: inner.isOptional };
    }
    default:
      return { made: one(node), isOptional: false };
  }
}

/** `import()` is a call for Babel. */
const importExpression: Maker = ({ start, end, source, options, phase }) => {
  if (phase) throw new NotConverted();
  const given = options ? [one(source), one(options)] : [one(source)];
  return {
    type: 'CallExpression',
    start,
    end,
    callee: { type: 'Import', start, end: start + 'import'.length },
    arguments: given,
  };
};

// Objects

const property: Maker = (node) => {
  const { start, end, key, value, kind, method, shorthand, computed } = node;
  if (kind === 'init' && !method)
    return {
      type: 'ObjectProperty',
      start,
      end,
      method: false,
      key: one(key),
      computed,
      shorthand,
      value: one(value),
    };
  const made: Made = {
    type: 'ObjectMethod',
    start,
    end,
    method,
    key: one(key),
    computed,
    kind: method ? 'method' : kind,
  };
  return withFunction(made, value);
};

/** What a method has of the function that is its value in ESTree. */
function withFunction(made: Made, node: Estree): Made {
  made.id = null;
  made.generator = node.generator;
  made.async = node.async;
  made.params = many(node.params);
  if (node.body) made.body = one(node.body);
  setNode(made, 'typeParameters', node.typeParameters);
  setNode(made, 'returnType', node.returnType);
  return made;
}

// Functions and classes

const functionOf: Maker = (node) => {
  const { type, start, end, id, generator, async } = node;
  const made: Made = { type, start, end, id: orNull(id), generator, async, params: many(node.params) };
  if (node.body) made.body = one(node.body);
  set(made, 'declare', node.declare);
  setNode(made, 'typeParameters', node.typeParameters);
  setNode(made, 'returnType', node.returnType);
  return made;
};

const arrow: Maker = (node) => {
  const { type, start, end, async } = node;
  const made = {
    type,
    start,
    end,
    id: null,
    generator: false,
    async,
    params: many(node.params),
    body: one(node.body),
  };
  setNode(made, 'typeParameters', node.typeParameters);
  setNode(made, 'returnType', node.returnType);
  return made;
};

const classOf: Maker = (node) => {
  setDecorators(node);
  const { type, start, end, id, superClass, body } = node;
  // Babel takes `implements` for the name before it knows better.
  if (!id && node.implements?.length > 0) throw new NotConverted();
  const made: Made = { type, start, end, id: orNull(id), superClass: orNull(superClass), body: one(body) };
  set(made, 'declare', node.declare);
  set(made, 'abstract', node.abstract);
  setNode(made, 'typeParameters', node.typeParameters);
  setNode(made, 'superTypeParameters', node.superTypeArguments);
  if (node.implements?.length > 0) made.implements = many(node.implements);
  return made;
};

/** What TypeScript adds to a member of a class. */
function setModifiers(made: Made, node: Estree): void {
  setDecorators(node);
  set(made, 'accessibility', node.accessibility);
  for (const name of ['declare', 'abstract', 'override', 'readonly', 'optional', 'definite'])
    set(made, name, node[name]);
  set(made, 'abstract', node.type.startsWith('TSAbstract'));
}

const method: Maker = (node) => {
  const { start, end, key, value, kind, computed } = node;
  const isPrivate = key.type === 'PrivateIdentifier';
  const type = value.body ? (isPrivate ? 'ClassPrivateMethod' : 'ClassMethod') : 'TSDeclareMethod';
  const made: Made = { type, start, end, static: node.static, key: one(key), kind };
  // Babel takes `get` and `async` for the name before it comes to a private one.
  if (!isPrivate || kind !== 'method' || value.async) made.computed = computed;
  setModifiers(made, node);
  return withFunction(made, value);
};

const propertyOfClass: Maker = (node) => {
  const { start, end, key, value, computed } = node;
  const isPrivate = key.type === 'PrivateIdentifier';
  const type = isPrivate ? 'ClassPrivateProperty' : 'ClassProperty';
  const made: Made = { type, start, end, static: node.static, key: one(key), value: orNull(value) };
  if (!isPrivate) made.computed = computed;
  setModifiers(made, node);
  setNode(made, 'typeAnnotation', node.typeAnnotation);
  return made;
};

const parameterProperty: Maker = (node) => {
  setDecorators(node);
  const { type, start, end } = node;
  const made: Made = { type, start, end, parameter: one(node.parameter) };
  for (const name of ['accessibility', 'readonly', 'override']) set(made, name, node[name]);
  return made;
};

// Modules

const importDeclaration: Maker = ({
  type,
  start,
  end,
  importKind,
  specifiers,
  source,
  attributes,
  phase,
}) => {
  if (phase) throw new NotConverted();
  return {
    type,
    start,
    end,
    importKind: kindOf(importKind),
    specifiers: many(specifiers),
    source: one(source),
    attributes: many(attributes),
  };
};

const exportNamed: Maker = ({
  type,
  start,
  end,
  exportKind,
  specifiers,
  source,
  declaration,
  attributes,
}) => {
  if (declaration?.type === 'TSImportEqualsDeclaration') throw new NotConverted();
  return {
    type,
    start,
    end,
    exportKind: kindOf(exportKind),
    specifiers: many(specifiers),
    source: orNull(source),
    attributes: many(attributes),
    declaration: orNull(declaration),
  };
};

const importEquals: Maker = ({ type, start, end, importKind, id, moduleReference }) => ({
  type,
  start,
  end,
  isExport: false,
  id: one(id),
  moduleReference: one(moduleReference),
  importKind,
});

/** `export * as name from` is a named export for Babel, of a specifier that starts at the star. */
const exportAll: Maker = ({ type, start, end, exportKind, exported, source, attributes }) => {
  const from = { exportKind: kindOf(exportKind), source: one(source), attributes: many(attributes) };
  if (!exported) return { type, start, end, ...from };
  const before = /^export\s+(?:type\s+)?(?=\*)/.exec(program.slice(start, exported.start))?.[0];
  if (before === undefined) throw new NotConverted();
  const name = {
    type: 'ExportNamespaceSpecifier',
    start: start + before.length,
    end: exported.end,
    exported: one(exported),
  };
  return { type: 'ExportNamedDeclaration', start, end, specifiers: [name], ...from };
};

const exportDefault: Maker = ({ type, start, end, declaration }) => ({
  type,
  start,
  end,
  exportKind: kindOf('value'),
  declaration: one(declaration),
});

const importedOnly: Maker = ({ type, start, end, local }) => ({ type, start, end, local: one(local) });

// JSX

const jsxElement: Maker = ({ type, start, end, openingElement, closingElement, children }) => ({
  type,
  start,
  end,
  openingElement: one(openingElement),
  closingElement: orNull(closingElement),
  children: many(children),
});

/** Which names of characters there are is for Babel to know. */
function withoutEntities(text: string): string {
  return /&#?\w+;/.test(text) ? leftToBabel() : text;
}

const jsxOpening: Maker = (node) => {
  const { type, start, end, name, attributes, selfClosing } = node;
  const made = { type, start, end, name: one(name), attributes: many(attributes), selfClosing };
  setNode(made, 'typeParameters', node.typeArguments);
  return made;
};

// Types

const annotated: Maker = ({ type, start, end, typeAnnotation }) => ({
  type,
  start,
  end,
  typeAnnotation: one(typeAnnotation),
});

const expressionAndType: Maker = ({ type, start, end, expression, typeAnnotation }) => ({
  type,
  start,
  end,
  expression: one(expression),
  typeAnnotation: one(typeAnnotation),
});

const expressionOnly: Maker = ({ type, start, end, expression }) => ({
  type,
  start,
  end,
  expression: one(expression),
});

const typesOnly: Maker = ({ type, start, end, types }) => ({ type, start, end, types: many(types) });

const paramsOnly: Maker = ({ type, start, end, params }) => ({ type, start, end, params: many(params) });

const typeParameter: Maker = (node) => {
  const { type, start, end, name } = node;
  const made = { type, start, end, name: name.name };
  for (const modifier of ['const', 'in', 'out']) set(made, modifier, node[modifier]);
  setNode(made, 'constraint', node.constraint);
  setNode(made, 'default', node.default);
  return made;
};

/** `this` is a name in types. */
function entity(node: Estree): Made {
  const { type, start, end } = node;
  return type === 'ThisExpression' ? { type: 'Identifier', start, end, name: 'this' } : one(node);
}

const typeReference: Maker = ({ type, start, end, typeName, typeArguments }) => {
  const made = { type, start, end, typeName: entity(typeName) };
  setNode(made, 'typeParameters', typeArguments);
  return made;
};

/** Babel 7 has one node for what a class implements and an interface extends, and entity names in it. */
const heritage: Maker = ({ start, end, expression, typeArguments }) => {
  const made = { type: 'TSExpressionWithTypeArguments', start, end, expression: entityName(expression) };
  setNode(made, 'typeParameters', typeArguments);
  return made;
};

function entityName(node: Estree): Made {
  if (node.type !== 'MemberExpression') return node.type === 'Identifier' ? one(node) : leftToBabel();
  if (node.computed || node.optional) throw new NotConverted();
  const { start, end, object, property: right } = node;
  return { type: 'TSQualifiedName', start, end, left: entityName(object), right: one(right) };
}

/** The types of functions and the signatures of members: with other names than functions have. */
function withSignature(made: Made, node: Estree): Made {
  setNode(made, 'typeParameters', node.typeParameters);
  made.parameters = many(node.params);
  setNode(made, 'typeAnnotation', node.returnType);
  return made;
}

const signature: Maker = (node) => withSignature({ type: node.type, start: node.start, end: node.end }, node);

/** Babel has looked for a constructor and says no more of a name that is `new`. */
function computedOf({ key, computed, readonly }: Estree): boolean | undefined {
  return !computed && !readonly && key.type === 'Identifier' && key.name === 'new' ? undefined : computed;
}

const methodSignature: Maker = (node) => {
  const { type, start, end, key, kind } = node;
  const made = { type, start, end, key: one(key), computed: computedOf(node), kind };
  set(made, 'optional', node.optional);
  return withSignature(made, node);
};

const propertySignature: Maker = (node) => {
  const { type, start, end, key } = node;
  const made = { type, start, end, key: one(key), computed: computedOf(node) };
  set(made, 'optional', node.optional);
  set(made, 'readonly', node.readonly);
  setNode(made, 'typeAnnotation', node.typeAnnotation);
  return made;
};

const indexSignature: Maker = (node) => {
  const { type, start, end, parameters } = node;
  const made = { type, start, end, parameters: many(parameters) };
  for (const modifier of ['readonly', 'static', 'accessibility']) set(made, modifier, node[modifier]);
  setNode(made, 'typeAnnotation', node.typeAnnotation);
  return made;
};

/** Babel 7 makes a type parameter of the key. */
const mappedType: Maker = (node) => {
  const { type, start, end, key, constraint } = node;
  const made = {
    type,
    start,
    end,
    typeParameter: {
      type: 'TSTypeParameter',
      start: key.start,
      end: constraint.end,
      name: key.name,
      constraint: one(constraint),
    },
    nameType: orNull(node.nameType),
  };
  set(made, 'optional', node.optional);
  set(made, 'readonly', node.readonly);
  setNode(made, 'typeAnnotation', node.typeAnnotation);
  return made;
};

const typePredicate: Maker = (node) => {
  const { type, start, end, parameterName } = node;
  return {
    type,
    start,
    end,
    parameterName: one(parameterName),
    typeAnnotation: orNull(node.typeAnnotation),
    asserts: node.asserts,
  };
};

const typeQuery: Maker = ({ type, start, end, exprName, typeArguments }) => {
  const made = { type, start, end, exprName: entity(exprName) };
  setNode(made, 'typeParameters', typeArguments);
  return made;
};

const importType: Maker = ({ type, start, end, source, options, qualifier, typeArguments }) => {
  if (options) throw new NotConverted();
  const made = { type, start, end, argument: one(source), options: null };
  setNode(made, 'qualifier', qualifier);
  setNode(made, 'typeParameters', typeArguments);
  return made;
};

const typeAlias: Maker = (node) => {
  const { type, start, end, id, typeAnnotation } = node;
  const made: Made = { type, start, end, id: one(id), typeAnnotation: one(typeAnnotation) };
  setNode(made, 'typeParameters', node.typeParameters);
  set(made, 'declare', node.declare);
  return made;
};

const interfaceOf: Maker = (node) => {
  const { type, start, end, id, body } = node;
  const made: Made = { type, start, end, id: one(id), body: one(body) };
  setNode(made, 'typeParameters', node.typeParameters);
  if (node.extends.length > 0) made.extends = many(node.extends);
  set(made, 'declare', node.declare);
  return made;
};

const enumOf: Maker = (node) => {
  const { type, start, end, id, body } = node;
  const made: Made = { type, start, end, id: one(id), members: many(body.members) };
  set(made, 'const', node.const);
  set(made, 'declare', node.declare);
  return made;
};

const enumMember: Maker = ({ type, start, end, id, initializer, computed }) => {
  if (computed) throw new NotConverted();
  const made = { type, start, end, id: one(id) };
  setNode(made, 'initializer', initializer);
  return made;
};

const moduleOf: Maker = (node) => {
  const { type, start, end, id, kind, body } = node;
  if (id.type === 'TSQualifiedName') throw new NotConverted();
  const made: Made = { type, start, end, kind, id: one(id) };
  setNode(made, 'body', body);
  set(made, 'declare', node.declare);
  set(made, 'global', node.global);
  return made;
};

/** A type with one member that is a type. */
const MAKERS: Readonly<Record<EstreeNode['type'], Maker>> = {
  // Programs, statements
  Program: leftToBabel,
  Hashbang: leftToBabel,
  BlockStatement: block,
  BreakStatement: labelled,
  CatchClause: ({ type, start, end, param, body }) => ({
    type,
    start,
    end,
    param: orNull(param),
    body: one(body),
  }),
  ContinueStatement: labelled,
  DebuggerStatement: leaf,
  DoWhileStatement: ({ type, start, end, body, test }) => ({
    type,
    start,
    end,
    body: one(body),
    test: one(test),
  }),
  EmptyStatement: leaf,
  ExpressionStatement: expressionOnly,
  ForInStatement: ({ type, start, end, left, right, body }) => ({
    type,
    start,
    end,
    left: one(declared(left)),
    right: one(right),
    body: one(body),
  }),
  ForOfStatement: (node) => ({
    type: node.type,
    start: node.start,
    end: node.end,
    await: node.await,
    left: one(declared(node.left)),
    right: one(node.right),
    body: one(node.body),
  }),
  ForStatement: ({ type, start, end, init, test, update, body }) => ({
    type,
    start,
    end,
    init: orNull(init),
    test: orNull(test),
    update: orNull(update),
    body: one(body),
  }),
  IfStatement: ({ type, start, end, test, consequent, alternate }) => ({
    type,
    start,
    end,
    test: one(test),
    consequent: one(consequent),
    alternate: orNull(alternate),
  }),
  LabeledStatement: ({ type, start, end, label, body }) => ({
    type,
    start,
    end,
    label: one(label),
    body: one(body),
  }),
  ReturnStatement: ({ type, start, end, argument }) => ({ type, start, end, argument: orNull(argument) }),
  SwitchCase: ({ type, start, end, test, consequent }) => ({
    type,
    start,
    end,
    test: orNull(test),
    consequent: many(consequent),
  }),
  SwitchStatement: ({ type, start, end, discriminant, cases }) => ({
    type,
    start,
    end,
    discriminant: one(discriminant),
    cases: many(cases),
  }),
  ThrowStatement: spread,
  TryStatement: ({ type, start, end, block: tried, handler, finalizer }) => ({
    type,
    start,
    end,
    block: one(tried),
    handler: orNull(handler),
    finalizer: orNull(finalizer),
  }),
  VariableDeclaration: (node) => {
    const { type, start, end, kind, declarations } = node;
    const made = { type, start, end, kind, declarations: many(declarations) };
    set(made, 'declare', node.declare);
    return made;
  },
  VariableDeclarator: (node) => {
    const { type, start, end, id, init } = node;
    const made = { type, start, end, id: one(id), init: orNull(init) };
    set(made, 'definite', node.definite);
    return made;
  },
  WhileStatement: ({ type, start, end, test, body }) => ({
    type,
    start,
    end,
    test: one(test),
    body: one(body),
  }),
  WithStatement: leftToBabel,

  // Identifiers and patterns
  ArrayPattern: (node) =>
    typed(node, { type: node.type, start: node.start, end: node.end, elements: manyOrNone(node.elements) }),
  AssignmentPattern: (node) =>
    typed(node, {
      type: node.type,
      start: node.start,
      end: node.end,
      left: one(node.left),
      right: one(node.right),
    }),
  Identifier: identifier,
  ObjectPattern: (node) =>
    typed(node, { type: node.type, start: node.start, end: node.end, properties: many(node.properties) }),
  PrivateIdentifier: privateName,
  RestElement: (node) => typed(node, spread(node)),

  // Expressions
  ArrayExpression: ({ type, start, end, elements }) => ({ type, start, end, elements: manyOrNone(elements) }),
  ArrowFunctionExpression: arrow,
  AssignmentExpression: (node) => {
    withoutParentheses(node.left, node.start);
    return binary(node);
  },
  AwaitExpression: spread,
  BinaryExpression: binary,
  CallExpression: call,
  ChainExpression: chain,
  ConditionalExpression: ({ type, start, end, test, consequent, alternate }) => ({
    type,
    start,
    end,
    test: one(test),
    consequent: one(consequent),
    alternate: one(alternate),
  }),
  FunctionExpression: functionOf,
  ImportExpression: importExpression,
  Literal: literal,
  LogicalExpression: binary,
  MemberExpression: member,
  MetaProperty: ({ type, start, end, meta, property: name }) => ({
    type,
    start,
    end,
    meta: one(meta),
    property: one(name),
  }),
  NewExpression: call,
  ObjectExpression: ({ type, start, end, properties }) => ({
    type,
    start,
    end,
    properties: many(properties),
  }),
  ParenthesizedExpression: parenthesized,
  Property: property,
  SequenceExpression: ({ type, start, end, expressions }) => ({
    type,
    start,
    end,
    expressions: many(expressions),
  }),
  SpreadElement: spread,
  Super: leaf,
  TaggedTemplateExpression: ({ type, start, end, tag, quasi, typeArguments }) => {
    const made = { type, start, end, tag: one(tag), quasi: one(quasi) };
    setNode(made, 'typeParameters', typeArguments);
    return made;
  },
  TemplateElement: templateElement,
  TemplateLiteral: template,
  ThisExpression: leaf,
  UnaryExpression: ({ type, start, end, operator, argument }) => ({
    type,
    start,
    end,
    operator,
    prefix: true,
    argument: one(argument),
  }),
  UpdateExpression: ({ type, start, end, operator, prefix, argument }) => {
    if (program.slice(start, end).includes('(')) throw new NotConverted();
    return { type, start, end, operator, prefix, argument: one(argument) };
  },
  V8IntrinsicExpression: leftToBabel,
  YieldExpression: ({ type, start, end, delegate, argument }) => ({
    type,
    start,
    end,
    delegate,
    argument: orNull(argument),
  }),

  // Functions and classes
  AccessorProperty: leftToBabel,
  ClassBody: ({ type, start, end, body }) => ({ type, start, end, body: many(body) }),
  ClassDeclaration: classOf,
  ClassExpression: classOf,
  Decorator: leftToBabel,
  FunctionDeclaration: functionOf,
  MethodDefinition: method,
  PropertyDefinition: propertyOfClass,
  StaticBlock: ({ type, start, end, body }) => ({ type, start, end, body: many(body) }),
  TSAbstractAccessorProperty: leftToBabel,
  TSAbstractMethodDefinition: method,
  TSAbstractPropertyDefinition: propertyOfClass,
  TSDeclareFunction: functionOf,
  TSEmptyBodyFunctionExpression: leftToBabel,
  TSParameterProperty: parameterProperty,

  // Modules
  ExportAllDeclaration: exportAll,
  ExportDefaultDeclaration: exportDefault,
  ExportNamedDeclaration: exportNamed,
  ExportSpecifier: ({ type, start, end, local, exported, exportKind }) => ({
    type,
    start,
    end,
    local: one(local),
    exported: one(exported),
    exportKind: kindOf(exportKind),
  }),
  ImportAttribute: ({ type, start, end, key, value }) => ({
    type,
    start,
    end,
    key: one(key),
    value: one(value),
  }),
  ImportDeclaration: importDeclaration,
  ImportDefaultSpecifier: importedOnly,
  ImportNamespaceSpecifier: importedOnly,
  ImportSpecifier: ({ type, start, end, imported, local, importKind }) => ({
    type,
    start,
    end,
    imported: one(imported),
    local: one(local),
    importKind: kindOf(importKind),
  }),

  // JSX
  JSXAttribute: ({ type, start, end, name, value }) => ({
    type,
    start,
    end,
    name: one(name),
    value: value?.type === 'Literal' && withoutEntities(value.raw) ? one(value) : orNull(value),
  }),
  JSXClosingElement: ({ type, start, end, name }) => ({ type, start, end, name: one(name) }),
  JSXClosingFragment: leaf,
  JSXElement: jsxElement,
  JSXEmptyExpression: leaf,
  JSXExpressionContainer: expressionOnly,
  JSXFragment: ({ type, start, end, openingFragment, closingFragment, children }) => ({
    type,
    start,
    end,
    openingFragment: one(openingFragment),
    closingFragment: one(closingFragment),
    children: many(children),
  }),
  JSXIdentifier: ({ type, start, end, name }) => ({ type, start, end, name }),
  JSXMemberExpression: ({ type, start, end, object, property: name }) => ({
    type,
    start,
    end,
    object: one(object),
    property: one(name),
  }),
  JSXNamespacedName: ({ type, start, end, namespace, name }) => ({
    type,
    start,
    end,
    namespace: one(namespace),
    name: one(name),
  }),
  JSXOpeningElement: jsxOpening,
  JSXOpeningFragment: leaf,
  JSXSpreadAttribute: spread,
  JSXSpreadChild: expressionOnly,
  JSXText: ({ type, start, end, value }) => ({
    type,
    start,
    end,
    value: withoutEntities(value).replaceAll('\r\n', '\n'),
  }),

  // Types
  TSAnyKeyword: leaf,
  TSArrayType: ({ type, start, end, elementType }) => ({ type, start, end, elementType: one(elementType) }),
  TSAsExpression: expressionAndType,
  TSBigIntKeyword: leaf,
  TSBooleanKeyword: leaf,
  TSCallSignatureDeclaration: signature,
  TSClassImplements: heritage,
  TSConditionalType: ({ type, start, end, checkType, extendsType, trueType, falseType }) => ({
    type,
    start,
    end,
    checkType: one(checkType),
    extendsType: one(extendsType),
    trueType: one(trueType),
    falseType: one(falseType),
  }),
  TSConstructSignatureDeclaration: signature,
  TSConstructorType: (node) => {
    const made = signature(node);
    made.abstract = node.abstract;
    return made;
  },
  TSEnumBody: leftToBabel,
  TSEnumDeclaration: enumOf,
  TSEnumMember: enumMember,
  TSExportAssignment: expressionOnly,
  TSExternalModuleReference: expressionOnly,
  TSFunctionType: signature,
  TSImportEqualsDeclaration: importEquals,
  TSImportType: importType,
  TSIndexSignature: indexSignature,
  TSIndexedAccessType: ({ type, start, end, objectType, indexType }) => ({
    type,
    start,
    end,
    objectType: one(objectType),
    indexType: one(indexType),
  }),
  TSInferType: ({ type, start, end, typeParameter: parameter }) => ({
    type,
    start,
    end,
    typeParameter: one(parameter),
  }),
  TSInstantiationExpression: ({ type, start, end, expression, typeArguments }) => ({
    type,
    start,
    end,
    expression: one(expression),
    typeParameters: one(typeArguments),
  }),
  TSInterfaceBody: ({ type, start, end, body }) => ({ type, start, end, body: many(body) }),
  TSInterfaceDeclaration: interfaceOf,
  TSInterfaceHeritage: heritage,
  TSIntersectionType: typesOnly,
  TSIntrinsicKeyword: leftToBabel,
  TSJSDocNonNullableType: leftToBabel,
  TSJSDocNullableType: leftToBabel,
  TSJSDocUnknownType: leftToBabel,
  TSLiteralType: ({ type, start, end, literal: value }) => ({ type, start, end, literal: one(value) }),
  TSMappedType: mappedType,
  TSMethodSignature: methodSignature,
  TSModuleBlock: ({ type, start, end, body }) => ({ type, start, end, body: many(body) }),
  TSModuleDeclaration: moduleOf,
  TSNamedTupleMember: ({ type, start, end, label, elementType, optional }) => ({
    type,
    start,
    end,
    optional,
    label: one(label),
    elementType: one(elementType),
  }),
  TSNamespaceExportDeclaration: leftToBabel,
  TSNeverKeyword: leaf,
  TSNonNullExpression: expressionOnly,
  TSNullKeyword: leaf,
  TSNumberKeyword: leaf,
  TSObjectKeyword: leaf,
  TSOptionalType: annotated,
  TSParenthesizedType: annotated,
  TSPropertySignature: propertySignature,
  TSQualifiedName: ({ type, start, end, left, right }) => ({
    type,
    start,
    end,
    left: entity(left),
    right: one(right),
  }),
  TSRestType: annotated,
  TSSatisfiesExpression: expressionAndType,
  TSStringKeyword: leaf,
  TSSymbolKeyword: leaf,
  /** Babel 7 has a template of types here. */
  TSTemplateLiteralType: (node) => ({
    type: 'TSLiteralType',
    start: node.start,
    end: node.end,
    literal: {
      type: 'TemplateLiteral',
      start: node.start,
      end: node.end,
      expressions: many(node.types),
      quasis: many(node.quasis),
    },
  }),
  TSThisType: leaf,
  TSTupleType: ({ type, start, end, elementTypes }) => ({
    type,
    start,
    end,
    elementTypes: many(elementTypes),
  }),
  TSTypeAliasDeclaration: typeAlias,
  TSTypeAnnotation: annotated,
  TSTypeAssertion: expressionAndType,
  TSTypeLiteral: ({ type, start, end, members }) => ({ type, start, end, members: many(members) }),
  TSTypeOperator: ({ type, start, end, operator, typeAnnotation }) => ({
    type,
    start,
    end,
    operator,
    typeAnnotation: one(typeAnnotation),
  }),
  TSTypeParameter: typeParameter,
  TSTypeParameterDeclaration: paramsOnly,
  TSTypeParameterInstantiation: paramsOnly,
  TSTypePredicate: typePredicate,
  TSTypeQuery: typeQuery,
  TSTypeReference: typeReference,
  TSUndefinedKeyword: leaf,
  TSUnionType: typesOnly,
  TSUnknownKeyword: leaf,
  TSVoidKeyword: leaf,
};
