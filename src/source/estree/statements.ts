import {
  type Conversion,
  type Estree,
  leftToBabel,
  type Made,
  type Maker,
  type Makers,
} from './conversion.js';
import { argumentOnly, expressionOnly, leaf, set } from './makers.js';

/** What a program, a function or a block holds: directives, and statements after them. */
export function bodyOf(statements: readonly Estree[], to: Conversion): { body: Made[]; directives: Made[] } {
  const first = statements.findIndex(({ directive }) => typeof directive !== 'string');
  const count = first === -1 ? statements.length : first;
  return {
    body: to.many(count === 0 ? statements : statements.slice(count)),
    directives: statements.slice(0, count).map(directiveOf),
  };
}

function directiveOf({ start, end, expression, directive }: Estree): Made {
  const value = { type: 'DirectiveLiteral', start: expression.start, end: expression.end, value: directive };
  return { type: 'Directive', start, end, value };
}

const block: Maker = ({ start, end, body }, to) => ({
  type: 'BlockStatement',
  start,
  end,
  ...bodyOf(body, to),
});

/** A target that is not declared in the loop may stand in parentheses that are not in the tree. */
function declared(left: Estree): Estree {
  return left.type === 'VariableDeclaration' ? left : leftToBabel();
}

const labelled: Maker = ({ type, start, end, label }, to) => ({ type, start, end, label: to.orNull(label) });

export const STATEMENTS = {
  Program: leftToBabel,
  Hashbang: leftToBabel,
  BlockStatement: block,
  BreakStatement: labelled,
  CatchClause: ({ type, start, end, param, body }, to) => ({
    type,
    start,
    end,
    param: to.orNull(param),
    body: to.one(body),
  }),
  ContinueStatement: labelled,
  DebuggerStatement: leaf,
  DoWhileStatement: ({ type, start, end, body, test }, to) => ({
    type,
    start,
    end,
    body: to.one(body),
    test: to.one(test),
  }),
  EmptyStatement: leaf,
  ExpressionStatement: expressionOnly,
  ForInStatement: ({ type, start, end, left, right, body }, to) => ({
    type,
    start,
    end,
    left: to.one(declared(left)),
    right: to.one(right),
    body: to.one(body),
  }),
  ForOfStatement: (node, to) => ({
    type: node.type,
    start: node.start,
    end: node.end,
    await: node.await,
    left: to.one(declared(node.left)),
    right: to.one(node.right),
    body: to.one(node.body),
  }),
  ForStatement: ({ type, start, end, init, test, update, body }, to) => ({
    type,
    start,
    end,
    init: to.orNull(init),
    test: to.orNull(test),
    update: to.orNull(update),
    body: to.one(body),
  }),
  IfStatement: ({ type, start, end, test, consequent, alternate }, to) => ({
    type,
    start,
    end,
    test: to.one(test),
    consequent: to.one(consequent),
    alternate: to.orNull(alternate),
  }),
  LabeledStatement: ({ type, start, end, label, body }, to) => ({
    type,
    start,
    end,
    label: to.one(label),
    body: to.one(body),
  }),
  ReturnStatement: ({ type, start, end, argument }, to) => ({
    type,
    start,
    end,
    argument: to.orNull(argument),
  }),
  SwitchCase: ({ type, start, end, test, consequent }, to) => ({
    type,
    start,
    end,
    test: to.orNull(test),
    consequent: to.many(consequent),
  }),
  SwitchStatement: ({ type, start, end, discriminant, cases }, to) => ({
    type,
    start,
    end,
    discriminant: to.one(discriminant),
    cases: to.many(cases),
  }),
  ThrowStatement: argumentOnly,
  TryStatement: ({ type, start, end, block: tried, handler, finalizer }, to) => ({
    type,
    start,
    end,
    block: to.one(tried),
    handler: to.orNull(handler),
    finalizer: to.orNull(finalizer),
  }),
  VariableDeclaration: (node, to) => {
    const { type, start, end, kind, declarations } = node;
    const made = { type, start, end, kind, declarations: to.many(declarations) };
    set(made, 'declare', node.declare);
    return made;
  },
  VariableDeclarator: (node, to) => {
    const { type, start, end, id, init } = node;
    const made = { type, start, end, id: to.one(id), init: to.orNull(init) };
    set(made, 'definite', node.definite);
    return made;
  },
  WhileStatement: ({ type, start, end, test, body }, to) => ({
    type,
    start,
    end,
    test: to.one(test),
    body: to.one(body),
  }),
  WithStatement: leftToBabel,
} satisfies Makers;
