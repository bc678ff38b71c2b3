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

function memberOf(
  { type, start, end, computed, property: name }: Estree,
  object: Made,
  to: Conversion,
): Made {
  return { type, start, end, object, computed, property: to.one(name) };
}

function callOf(node: Estree, callee: Made, to: Conversion): Made {
  const { type, start, end } = node;
  const made = { type, start, end, callee, arguments: to.many(node.arguments) };
  to.setNode(made, 'typeParameters', node.typeArguments);
  return made;
}

const call: Maker = (node, to) => callOf(node, to.one(node.callee), to);

/** A chain is one node around it in ESTree; in Babel's tree each link from the first `?.` on says that it is one. */
const chain: Maker = ({ expression }, to) => link(expression, to).made;

interface Link {
  readonly made: Made;
  /** Whether there is a `?.` in it or before it. */
  readonly isOptional: boolean;
}

function link(node: Estree, to: Conversion): Link {
  to.enter();
  const linked = linkOf(node, to);
  to.leave();
  return linked;
}

function linkOf(node: Estree, to: Conversion): Link {
  switch (node.type) {
    case 'MemberExpression': {
      const object = link(node.object, to);
      return linkedTo(object, memberOf(node, object.made, to), node.optional);
    }
    case 'CallExpression': {
      const callee = link(node.callee, to);
      return linkedTo(callee, callOf(node, callee.made, to), node.optional);
    }
    case 'TSNonNullExpression': {
      const { made: expression, isOptional } = link(node.expression, to);
      return { made: { type: node.type, start: node.start, end: node.end, expression }, isOptional };
    }
    default:
      return { made: to.one(node), isOptional: false };
  }
}

function linkedTo(before: Link, made: Made, optional: boolean): Link {
  if (!before.isOptional && !optional) return { made, isOptional: false };
  made.type = `Optional${made.type}`;
  made.optional = optional;
  return { made, isOptional: true };
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
  MemberExpression: (node, to) => memberOf(node, to.one(node.object), to),
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
  TemplateLiteral: same('expressions', 'quasis'),
  ThisExpression: leaf,
  UnaryExpression: argumentOnly,
  UpdateExpression: (node, to) => {
    if (to.text.slice(node.start, node.end).includes('(')) throw new NotConverted();
    return argumentOnly(node, to);
  },
  V8IntrinsicExpression: leftToBabel,
  YieldExpression: argumentOnly,
} satisfies Makers;
