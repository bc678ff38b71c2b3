import {
  type Conversion,
  type Estree,
  leftToBabel,
  type Made,
  type Maker,
  type Makers,
  NotConverted,
} from './conversion.js';
import { withFunction } from './functions.js';
import { argumentOnly, leaf, same, set, withoutDecorators } from './makers.js';

const identifier: Maker = (node, to) => {
  const made = { type: 'Identifier', start: node.start, end: node.end, name: node.name };
  return typed(node, made, to);
};

/** What TypeScript adds to a pattern. */
function typed(node: Estree, made: Made, to: Conversion): Made {
  withoutDecorators(node);
  set(made, 'optional', node.optional);
  to.setNode(made, 'typeAnnotation', node.typeAnnotation);
  return made;
}

const privateName: Maker = ({ start, end, name }) => ({
  type: 'PrivateName',
  start,
  end,
  id: { type: 'Identifier', start: start + 1, end, name },
});

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

const template: Maker = ({ start, end, expressions, quasis }, to) => ({
  type: 'TemplateLiteral',
  start,
  end,
  expressions: to.many(expressions),
  quasis: to.many(quasis),
});

/** With TypeScript ESTree counts the delimiters in, Babel does not. */
const templateElement: Maker = ({ start, end, value, tail }) => ({
  type: 'TemplateElement',
  start: start + 1,
  end: end - (tail ? 1 : 2),
  value: { raw: value.raw, cooked: value.cooked },
  tail,
});

/** Babel says of the expression where its outermost parenthesis stands. */
const parenthesized: Maker = ({ start, expression }, to) => {
  const made = to.one(expression);
  made.extra = { parenthesized: true, parenStart: start };
  return made;
};

const binary = same('left', 'right');

/** The parentheses around a target are not in the tree that is converted. */
function withoutParentheses(target: Estree, start: number, to: Conversion): void {
  if (target.start !== start) throw new NotConverted();
  if (/^(?:Array|Object)Pattern$/.test(target.type) && to.text.slice(start, target.end).includes('('))
    throw new NotConverted();
}

const member: Maker = ({ start, end, object, property, computed }, to) => ({
  type: 'MemberExpression',
  start,
  end,
  object: to.one(object),
  computed,
  property: to.one(property),
});

const call: Maker = (node, to) => {
  const { type, start, end, callee } = node;
  const made = { type, start, end, callee: to.one(callee), arguments: to.many(node.arguments) };
  to.setNode(made, 'typeParameters', node.typeArguments);
  return made;
};

/** A chain is one node around it in ESTree; in Babel's tree each link from the first `?.` on says that it is one. */
const chain: Maker = ({ expression }, to) => link(expression, to).made;

function link(node: Estree, to: Conversion): { readonly made: Made; readonly isOptional: boolean } {
  to.enter();
  const linked = linkOf(node, to);
  to.leave();
  return linked;
}

function linkOf(node: Estree, to: Conversion): { readonly made: Made; readonly isOptional: boolean } {
  const { type, start, end, optional } = node;
  switch (type) {
    case 'MemberExpression': {
      const object = link(node.object, to);
      const isOptional = object.isOptional || optional;
      const made: Made = {
        type: isOptional ? 'OptionalMemberExpression' : type,
        start,
        end,
        object: object.made,
        computed: node.computed,
        property: to.one(node.property),
      };
      if (isOptional) made.optional = optional;
      return { made, isOptional };
    }
    case 'CallExpression': {
      const callee = link(node.callee, to);
      const isOptional = callee.isOptional || optional;
      const made: Made = {
        type: isOptional ? 'OptionalCallExpression' : type,
        start,
        end,
        callee: callee.made,
        arguments: to.many(node.arguments),
      };
      if (isOptional) made.optional = optional;
      to.setNode(made, 'typeParameters', node.typeArguments);
      return { made, isOptional };
    }
    case 'TSNonNullExpression': {
      const inner = link(node.expression, to);
      return { made: { type, start, end, expression: inner.made }, isOptional: inner.isOptional };
    }
    default:
      return { made: to.one(node), isOptional: false };
  }
}

/** `import()` is a call for Babel. */
const importExpression: Maker = ({ start, end, source, options, phase }, to) => {
  if (phase) throw new NotConverted();
  const given = options ? [to.one(source), to.one(options)] : [to.one(source)];
  return {
    type: 'CallExpression',
    start,
    end,
    callee: { type: 'Import', start, end: start + 'import'.length },
    arguments: given,
  };
};

const property: Maker = (node, to) => {
  const { start, end, key, value, kind, method, shorthand, computed } = node;
  if (kind === 'init' && !method)
    return {
      type: 'ObjectProperty',
      start,
      end,
      method: false,
      key: to.one(key),
      computed,
      shorthand,
      value: to.one(value),
    };
  const made: Made = {
    type: 'ObjectMethod',
    start,
    end,
    method,
    key: to.one(key),
    computed,
    kind: method ? 'method' : kind,
  };
  return withFunction(made, value, to);
};

export const EXPRESSIONS = {
  ArrayPattern: (node, to) =>
    typed(node, { type: node.type, start: node.start, end: node.end, elements: to.many(node.elements) }, to),
  AssignmentPattern: (node, to) =>
    typed(
      node,
      {
        type: node.type,
        start: node.start,
        end: node.end,
        left: to.one(node.left),
        right: to.one(node.right),
      },
      to,
    ),
  Identifier: identifier,
  ObjectPattern: (node, to) =>
    typed(
      node,
      { type: node.type, start: node.start, end: node.end, properties: to.many(node.properties) },
      to,
    ),
  PrivateIdentifier: privateName,
  RestElement: (node, to) =>
    typed(node, { type: node.type, start: node.start, end: node.end, argument: to.one(node.argument) }, to),

  ArrayExpression: same('elements'),
  AssignmentExpression: (node, to) => {
    withoutParentheses(node.left, node.start, to);
    return binary(node, to);
  },
  AwaitExpression: argumentOnly,
  BinaryExpression: binary,
  CallExpression: call,
  ChainExpression: chain,
  ConditionalExpression: same('test', 'consequent', 'alternate'),
  ImportExpression: importExpression,
  Literal: literal,
  LogicalExpression: binary,
  MemberExpression: member,
  MetaProperty: same('meta', 'property'),
  NewExpression: call,
  ObjectExpression: same('properties'),
  ParenthesizedExpression: parenthesized,
  Property: property,
  SequenceExpression: same('expressions'),
  SpreadElement: argumentOnly,
  Super: leaf,
  TaggedTemplateExpression: ({ type, start, end, tag, quasi, typeArguments }, to) => {
    const made = { type, start, end, tag: to.one(tag), quasi: to.one(quasi) };
    to.setNode(made, 'typeParameters', typeArguments);
    return made;
  },
  TemplateElement: templateElement,
  TemplateLiteral: template,
  ThisExpression: leaf,
  UnaryExpression: ({ type, start, end, operator, argument }, to) => ({
    type,
    start,
    end,
    operator,
    prefix: true,
    argument: to.one(argument),
  }),
  UpdateExpression: ({ type, start, end, operator, prefix, argument }, to) => {
    if (to.text.slice(start, end).includes('(')) throw new NotConverted();
    return { type, start, end, operator, prefix, argument: to.one(argument) };
  },
  V8IntrinsicExpression: leftToBabel,
  YieldExpression: same('argument'),
} satisfies Makers;
