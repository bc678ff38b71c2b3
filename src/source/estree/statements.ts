import {
  type Conversion,
  type Estree,
  leftToBabel,
  type Made,
  type Maker,
  type Makers,
} from './conversion.js';
import { argumentOnly, expressionOnly, leaf, same, set } from './makers.js';

/** What a program, a function or a block holds: directives, and statements after them. */
export function bodyOf(statements: readonly Estree[], to: Conversion): { body: unknown; directives: Made[] } {
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

const loop = same('left', 'right', 'body');

/** A target that is not declared in the loop may stand in parentheses that are not in the tree. */
const loopOverDeclared: Maker = (node, to) =>
  node.left.type === 'VariableDeclaration' ? loop(node, to) : leftToBabel();

const labelled = same('label');

export const STATEMENTS = {
  Program: leftToBabel,
  Hashbang: leftToBabel,
  BlockStatement: block,
  BreakStatement: labelled,
  CatchClause: same('param', 'body'),
  ContinueStatement: labelled,
  DebuggerStatement: leaf,
  DoWhileStatement: same('body', 'test'),
  EmptyStatement: leaf,
  ExpressionStatement: (node, to) => {
    // Those that have one are no statements for Babel.
    node.directive = undefined;
    return expressionOnly(node, to);
  },
  ForInStatement: loopOverDeclared,
  ForOfStatement: loopOverDeclared,
  ForStatement: same('init', 'test', 'update', 'body'),
  IfStatement: same('test', 'consequent', 'alternate'),
  LabeledStatement: same('label', 'body'),
  ReturnStatement: argumentOnly,
  SwitchCase: same('test', 'consequent'),
  SwitchStatement: same('discriminant', 'cases'),
  ThrowStatement: argumentOnly,
  TryStatement: same('block', 'handler', 'finalizer'),
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
  WhileStatement: same('test', 'body'),
  WithStatement: leftToBabel,
} satisfies Makers;
