import type { Expression, File, Function as FunctionNode, Node, Statement } from '@babel/types';
import { childrenOf } from '../source/normal-form.js';
import type { SourceFile } from '../source/parse.js';
import { positionAt } from '../source/positions.js';
import { isWrapper } from '../source/wrappers.js';

/** What the text says of one key: its literal value, or that it cannot be told without running the file. */
export type ConfigValue =
  | {
      readonly kind: 'literal';
      readonly value: string | boolean | number | null | undefined | readonly string[];
    }
  | { readonly kind: 'unknown' };

/** Keys of the configuration, those of `experimental` as `experimental.<key>`. */
export type ConfigKeys = Map<string, ConfigValue>;

export interface ConfigRead {
  readonly keys: ConfigKeys;
  /** Parts that were not followed, e.g. `a spread of sharedConfig (line 4)`. */
  readonly notFollowed: readonly string[];
}

const UNKNOWN: ConfigValue = { kind: 'unknown' };

/**
 * Reads the object a config module exports, without running it: constants, functions and what they return, wrapping
 * calls, spreads, conditionals and later `config.key = value` are followed inside the file. Where two paths disagree
 * on a key it is unknown.
 */
export function readConfigKeys(file: SourceFile): ConfigRead {
  const reader = new ConfigReader(file);
  const exported = exportedExpressions(file.ast);
  if (exported.length === 0) reader.notFollowed.add('no default export was found');
  let keys: ConfigKeys = new Map();
  for (const expression of exported) keys = new Map([...keys, ...reader.read(expression)]);
  return { keys, notFollowed: [...reader.notFollowed] };
}

class ConfigReader {
  readonly notFollowed = new Set<string>();
  private readonly text: string;
  private readonly declared: ReadonlyMap<string, readonly Node[]>;
  private readonly assigned: ReadonlyMap<string, readonly MemberAssignment[]>;
  private readonly active = new Set<Node>();

  constructor({ ast, text }: SourceFile) {
    this.text = text;
    const declared = new Map<string, Node[]>();
    const assigned = new Map<string, MemberAssignment[]>();
    walk(ast.program, [], (node, ancestors) => {
      for (const [name, value] of declarationsIn(node))
        declared.set(name, [...(declared.get(name) ?? []), value]);
      const assignment = memberAssignment(node, ancestors);
      if (assignment)
        assigned.set(assignment.object, [...(assigned.get(assignment.object) ?? []), assignment]);
      return true;
    });
    this.declared = declared;
    this.assigned = assigned;
  }

  /** The keys of the configuration that `node` evaluates to; empty, with a note, where it cannot be followed. */
  read(node: Node): ConfigKeys {
    // A cycle (`const a = wrap(a)`) has nothing more to tell.
    if (this.active.has(node)) return new Map();
    this.active.add(node);
    const keys = this.readOnce(node);
    this.active.delete(node);
    return keys;
  }

  private readOnce(node: Node): ConfigKeys {
    if (isWrapper(node)) return this.read(node.expression);
    switch (node.type) {
      case 'ObjectExpression':
        return this.readObject(node.properties);
      case 'Identifier':
        return this.readName(node.name, node);
      case 'AwaitExpression':
        return this.read(node.argument);
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'FunctionDeclaration':
        return this.readReturns(node);
      case 'ConditionalExpression':
        return eitherOf([this.read(node.consequent), this.read(node.alternate)]);
      case 'LogicalExpression':
        return node.operator === '&&'
          ? eitherOf([new Map(), this.read(node.right)])
          : eitherOf([this.read(node.left), this.read(node.right)]);
      case 'AssignmentExpression':
        return this.read(node.right);
      case 'CallExpression':
      case 'OptionalCallExpression':
        return this.readCall(node.callee, node.arguments);
      case 'NullLiteral':
      case 'BooleanLiteral':
      case 'StringLiteral':
      case 'NumericLiteral':
      case 'ArrayExpression':
        return new Map();
      default:
        this.note(node, describeNode(node));
        return new Map();
    }
  }

  private readName(name: string, use: Node): ConfigKeys {
    const values = this.declared.get(name) ?? [];
    const [value] = values;
    if (value === undefined || values.length > 1) {
      if (name !== 'undefined') this.note(use, name);
      return new Map();
    }
    const keys = this.read(value);
    for (const { key, value: assigned, always } of this.assigned.get(name) ?? []) {
      const found = this.keysOf(key, assigned);
      if (always) for (const [each, is] of found) keys.set(each, is);
      else for (const [each, is] of eitherOf([keys, new Map([...keys, ...found])])) keys.set(each, is);
    }
    return keys;
  }

  private readObject(properties: readonly Node[]): ConfigKeys {
    const keys: ConfigKeys = new Map();
    for (const property of properties) {
      if (property.type === 'SpreadElement') {
        for (const [key, value] of this.read(property.argument)) keys.set(key, value);
      } else if (property.type === 'ObjectMethod' || property.type === 'ObjectProperty') {
        const name = keyName(property);
        if (name === undefined) this.note(property, 'a computed key');
        else if (property.type === 'ObjectMethod') keys.set(name, UNKNOWN);
        else for (const [key, value] of this.keysOf(name, property.value)) keys.set(key, value);
      }
    }
    return keys;
  }

  /** The keys that `name: value` stands for: itself, or those inside `experimental`. */
  private keysOf(name: string, value: Node): ConfigKeys {
    if (name !== 'experimental') return new Map([[name, this.literal(value)]]);
    return new Map([...this.read(value)].map(([key, inner]) => [`experimental.${key}`, inner]));
  }

  private readCall(callee: Node, args: readonly Node[]): ConfigKeys {
    const keys: ConfigKeys = new Map();
    const add = (more: ConfigKeys): void => {
      for (const [key, value] of more) keys.set(key, value);
    };
    // `(() => config)()` and `build()` return what the local function returns; `withMDX(options)(config)` wraps.
    const called = callee.type === 'Identifier' ? (this.declared.get(callee.name) ?? [])[0] : callee;
    if (called !== undefined && isFunction(called)) add(this.read(called));
    for (const argument of args)
      add(this.read(argument.type === 'SpreadElement' ? argument.argument : argument));
    if (keys.size === 0 && (called === undefined || !isFunction(called))) {
      this.note(
        callee,
        callee.type === 'Identifier' ? `what ${callee.name}() returns` : 'what a call returns',
      );
    }
    return keys;
  }

  private readReturns(fn: FunctionNode): ConfigKeys {
    if (fn.body.type !== 'BlockStatement') return this.read(fn.body);
    const returned: Node[] = [];
    collectReturns(fn.body.body, returned);
    return eitherOf(returned.map((expression) => this.read(expression)));
  }

  private literal(node: Node): ConfigValue {
    if (isWrapper(node)) return this.literal(node.expression);
    switch (node.type) {
      case 'BooleanLiteral':
      case 'StringLiteral':
      case 'NumericLiteral':
        return { kind: 'literal', value: node.value };
      case 'NullLiteral':
        return { kind: 'literal', value: null };
      case 'TemplateLiteral':
        return node.expressions.length === 0
          ? { kind: 'literal', value: node.quasis[0]?.value.cooked ?? undefined }
          : UNKNOWN;
      case 'ArrayExpression':
        return this.literalArray(node.elements);
      case 'Identifier': {
        if (node.name === 'undefined') return { kind: 'literal', value: undefined };
        const values = this.declared.get(node.name) ?? [];
        const [value] = values;
        return value === undefined || values.length > 1 || value.type === 'Identifier'
          ? UNKNOWN
          : this.literal(value);
      }
      default:
        return UNKNOWN;
    }
  }

  private literalArray(elements: readonly (Node | null)[]): ConfigValue {
    const strings: string[] = [];
    for (const element of elements) {
      const value = element === null ? UNKNOWN : this.literal(element);
      if (value.kind === 'unknown' || typeof value.value !== 'string') return UNKNOWN;
      strings.push(value.value);
    }
    return { kind: 'literal', value: strings };
  }

  private note(node: Node, what: string): void {
    this.notFollowed.add(`${what} (line ${positionAt(this.text, node.start ?? 0).line})`);
  }
}

interface MemberAssignment {
  readonly object: string;
  readonly key: string;
  readonly value: Node;
  /** Whether it runs whenever the code around it does: not under a condition. */
  readonly always: boolean;
}

/** What the module exports as its configuration: `export default`, `export { x as default }`, `module.exports`, `export =`. */
function exportedExpressions(ast: File): Node[] {
  const found: Node[] = [];
  for (const statement of ast.program.body) {
    if (statement.type === 'ExportDefaultDeclaration') found.push(statement.declaration);
    if (statement.type === 'TSExportAssignment') found.push(statement.expression);
    if (statement.type === 'ExportNamedDeclaration' && !statement.source) {
      for (const specifier of statement.specifiers) {
        if (specifier.type !== 'ExportSpecifier') continue;
        const { exported } = specifier;
        if ((exported.type === 'Identifier' ? exported.name : exported.value) === 'default')
          found.push(specifier.local);
      }
    }
    if (statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression') {
      if (isModuleExports(statement.expression.left)) found.push(statement.expression.right);
    }
  }
  return found;
}

function isModuleExports(node: Node): boolean {
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return false;
  if (node.object.type !== 'Identifier') return false;
  return (
    (node.object.name === 'module' && node.property.name === 'exports') ||
    (node.object.name === 'exports' && node.property.name === 'default')
  );
}

function* declarationsIn(node: Node): Generator<[string, Node]> {
  if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier') {
    // `let x;` is settled by an assignment elsewhere; the declarator itself stands for "cannot be followed".
    yield [node.id.name, node.init ?? node];
  }
  if (node.type === 'FunctionDeclaration' && node.id) yield [node.id.name, node];
}

function memberAssignment(node: Node, ancestors: readonly Node[]): MemberAssignment | undefined {
  if (node.type !== 'AssignmentExpression' || node.operator !== '=') return undefined;
  const { left } = node;
  if (left.type !== 'MemberExpression') return undefined;
  const always = ancestors.every((ancestor) => !CONDITIONAL.has(ancestor.type));
  const name = memberName(left);
  if (name === undefined) return undefined;
  if (left.object.type === 'Identifier') {
    return { object: left.object.name, key: name, value: node.right, always };
  }
  // `config.experimental.cacheComponents = true`
  const { object } = left;
  if (
    object.type === 'MemberExpression' &&
    object.object.type === 'Identifier' &&
    memberName(object) === 'experimental'
  ) {
    return { object: object.object.name, key: `experimental.${name}`, value: node.right, always };
  }
  return undefined;
}

const CONDITIONAL: ReadonlySet<string> = new Set([
  'IfStatement',
  'ConditionalExpression',
  'LogicalExpression',
  'SwitchStatement',
  'TryStatement',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
]);

function memberName(node: Extract<Node, { type: 'MemberExpression' }>): string | undefined {
  if (!node.computed && node.property.type === 'Identifier') return node.property.name;
  return node.property.type === 'StringLiteral' ? node.property.value : undefined;
}

function keyName(property: Extract<Node, { type: 'ObjectProperty' | 'ObjectMethod' }>): string | undefined {
  if (!property.computed && property.key.type === 'Identifier') return property.key.name;
  return property.key.type === 'StringLiteral' ? property.key.value : undefined;
}

function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === 'ArrowFunctionExpression' ||
    node.type === 'FunctionExpression' ||
    node.type === 'FunctionDeclaration'
  );
}

/** Keys on which all alternatives agree keep their value; every other key becomes unknown. */
function eitherOf(alternatives: readonly ConfigKeys[]): ConfigKeys {
  const merged: ConfigKeys = new Map();
  for (const keys of alternatives) {
    for (const [key, value] of keys) {
      const same = alternatives.every((other) => sameValue(other.get(key), value));
      merged.set(key, same ? value : UNKNOWN);
    }
  }
  return merged;
}

function sameValue(a: ConfigValue | undefined, b: ConfigValue): boolean {
  if (a === undefined || a.kind === 'unknown' || b.kind === 'unknown') return false;
  return JSON.stringify(a.value) === JSON.stringify(b.value);
}

function collectReturns(statements: readonly Statement[], into: Node[]): void {
  for (const statement of statements) {
    walk(statement, [], (node) => {
      if (node.type === 'ObjectMethod' || node.type === 'ClassMethod' || isFunction(node)) return false;
      if (node.type === 'ReturnStatement' && node.argument) into.push(node.argument satisfies Expression);
      return true;
    });
  }
}

function describeNode(node: Node): string {
  return node.type === 'VariableDeclarator' && node.id.type === 'Identifier' ? node.id.name : 'an expression';
}

/** Visits `node` and everything below it; a visitor that answers false leaves the children out. */
function walk(
  node: Node,
  ancestors: readonly Node[],
  visit: (node: Node, ancestors: readonly Node[]) => boolean,
): void {
  if (!visit(node, ancestors)) return;
  const below = [...ancestors, node];
  for (const child of childrenOf(node)) walk(child, below, visit);
}
