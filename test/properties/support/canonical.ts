import type { Node } from '@babel/types';
import type { SourceFile } from '../../../src/source/parse.js';
import { type Binding, type Scope, traverse } from '../../../src/source/traverse.js';
import { forEachName } from './identifiers.js';

/** What every name of code that was added for no reason begins with. */
export const UNRELATED = /^_?unrelated/i;

/**
 * What a file means to the reader of a rewrite: its statements one by one, without layout, comments and the names that
 * are free to choose, and without code that is unrelated. Statements and imports come in alphabetical order.
 * @param renamed by new name, what a top-level name or type was called before.
 */
export function canonical(file: SourceFile, renamed: ReadonlyMap<string, string> = new Map()): string[] {
  const writer = new Writer(file, renamed);
  const statements = writer.list([...file.ast.program.directives, ...file.ast.program.body]);
  return [...new Set(writer.imports), ...statements].sort();
}

const LEFT_OUT = new Set([
  ...['type', 'start', 'end', 'loc', 'range', 'extra', 'tokens', 'errors', 'shorthand'],
  ...['leadingComments', 'trailingComments', 'innerComments', 'comments', 'importKind'],
]);

class Writer {
  readonly imports: string[] = [];
  readonly #names: ReadonlyMap<Node, string>;
  readonly #renamed: ReadonlyMap<string, string>;

  constructor(file: SourceFile, renamed: ReadonlyMap<string, string>) {
    this.#renamed = renamed;
    this.#names = canonicalNames(file, renamed);
  }

  list(nodes: readonly Node[]): string[] {
    return nodes.flatMap((node) => {
      if (isUnrelated(node)) return [];
      switch (node.type) {
        case 'EmptyStatement':
          return [];
        case 'BlockStatement':
          return node.body.some(isLexical) ? [this.#node(node)] : this.list(node.body);
        case 'ImportDeclaration':
          this.#import(
            node.source.value,
            node.specifiers.map((one) => exportedName(importedName(one), this.#renamed)),
          );
          return [];
        case 'VariableDeclaration': {
          const keys = requiredNames(node);
          if (!keys) return [this.#node(node)];
          this.#import(keys.source, keys.names);
          return [];
        }
        default:
          return [this.#node(node)];
      }
    });
  }

  #import(source: string, names: readonly string[]): void {
    this.imports.push(`import ${source}`, ...names.map((name) => `import ${source} ${name}`));
  }

  #node(node: Node): string {
    switch (node.type) {
      case 'TSParenthesizedType':
        return this.#node(node.typeAnnotation);
      case 'ArrowFunctionExpression':
        if (node.body.type !== 'BlockStatement')
          return this.#fields({ ...node, body: blockOf({ type: 'ReturnStatement', argument: node.body }) });
        break;
      case 'IfStatement': {
        const alternate = node.alternate && blockOf(node.alternate);
        return this.#fields({ ...node, consequent: blockOf(node.consequent), alternate });
      }
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        return this.#fields({ ...node, body: blockOf(node.body) });
      case 'TemplateElement':
        return `template ${JSON.stringify((node.value.cooked ?? node.value.raw).replace(/\r\n/g, '\n'))}`;
      case 'JSXText':
        return node.value.trim() === ''
          ? ''
          : `text ${JSON.stringify(node.value.trim().replace(/\s+/g, ' '))}`;
      case 'JSXExpressionContainer':
        if (node.expression.type === 'JSXEmptyExpression') return '';
        break;
      default:
        break;
    }
    return this.#fields(node);
  }

  #fields(node: Readonly<Record<string, unknown>> | Node): string {
    const name = this.#names.get(node as Node);
    const parts: string[] = [];
    for (const [key, value] of Object.entries<unknown>({ ...node }).sort(([a], [b]) => (a < b ? -1 : 1))) {
      // In an arrow function it says whether the body is concise.
      if (LEFT_OUT.has(key) || (key === 'expression' && typeof value === 'boolean')) continue;
      if (key === 'name' && name !== undefined) parts.push(name);
      else if (value !== null && value !== undefined && value !== false)
        parts.push(`${key}:${this.#value(value)}`);
    }
    return `${node.type}(${parts.join(' ')})`;
  }

  #value(value: unknown): string {
    if (Array.isArray(value)) {
      if (value.some(isStatementLike)) return `[${this.list(value as Node[]).join('\n')}]`;
      return `[${value
        .map((item) => (item === null ? '' : this.#value(item)))
        .filter((text) => text !== '')
        .join(' ')}]`;
    }
    if (typeof value === 'object' && value !== null && 'type' in value) return this.#node(value as Node);
    return JSON.stringify(value);
  }
}

function isStatementLike(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    /Statement$|Declaration$|^Directive$/.test(String(value.type))
  );
}

function blockOf(statement: Node | { type: 'ReturnStatement'; argument: Node }): Node {
  if (statement.type === 'BlockStatement') return statement as Node;
  return { type: 'BlockStatement', body: [statement], directives: [] } as unknown as Node;
}

function isLexical(node: Node): boolean {
  if (isUnrelated(node)) return false;
  return (
    (node.type === 'VariableDeclaration' && node.kind !== 'var') ||
    /^(?:Function|Class|TS\w+)Declaration$/.test(node.type)
  );
}

function isUnrelated(node: Node): boolean {
  switch (node.type) {
    case 'VariableDeclaration':
      return node.declarations.every(({ id }) => id.type === 'Identifier' && UNRELATED.test(id.name));
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return node.id?.type === 'Identifier' && UNRELATED.test(node.id.name);
    case 'ImportDeclaration':
      return node.specifiers.length > 0 && node.specifiers.every(({ local }) => UNRELATED.test(local.name));
    case 'ExpressionStatement':
      return (
        node.expression.type === 'CallExpression' &&
        node.expression.callee.type === 'MemberExpression' &&
        node.expression.callee.object.type === 'Identifier' &&
        UNRELATED.test(node.expression.callee.object.name)
      );
    default:
      return false;
  }
}

type Specifier = Extract<
  Node,
  { type: 'ImportSpecifier' | 'ImportDefaultSpecifier' | 'ImportNamespaceSpecifier' }
>;

function importedName(specifier: Specifier): string {
  switch (specifier.type) {
    case 'ImportDefaultSpecifier':
      return 'default';
    case 'ImportNamespaceSpecifier':
      return '*';
    case 'ImportSpecifier':
      return specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
  }
}

/** `const { a, b: c } = require('m')` brings in `a` and `b`. */
function requiredNames(node: Node): { source: string; names: string[] } | undefined {
  if (node.type !== 'VariableDeclaration' || node.declarations.length !== 1) return undefined;
  const [declarator] = node.declarations;
  if (declarator?.id.type !== 'ObjectPattern' || declarator.init?.type !== 'CallExpression') return undefined;
  const { callee, arguments: given } = declarator.init;
  if (callee.type !== 'Identifier' || callee.name !== 'require' || given[0]?.type !== 'StringLiteral')
    return undefined;
  const names = declarator.id.properties.map((property) =>
    property.type === 'ObjectProperty' && property.key.type === 'Identifier' ? property.key.name : undefined,
  );
  return names.every((name) => name !== undefined) ? { source: given[0].value, names } : undefined;
}

/** What to call each identifier node of the file. */
function canonicalNames(file: SourceFile, renamed: ReadonlyMap<string, string>): Map<Node, string> {
  const names = new Map<Node, string>();
  const bound = boundNames(file, renamed);
  forEachName(file, (path) => {
    const binding = path.scope.getBinding(path.node.name);
    names.set(path.node, (binding && bound.get(binding)) ?? formerName(path.node.name, renamed));
  });
  return names;
}

/** Where a module calls something else `getSessionInfo`, ours is `getSignalSession`, in it and in what imports it. */
export function withReader(
  renamed: ReadonlyMap<string, string>,
  all: Iterable<ReadonlyMap<string, string>> = [renamed],
): ReadonlyMap<string, string> {
  const isTaken = [...all].some((one) => one.has('getSessionInfo'));
  return isTaken ? new Map([...renamed, ['getSignalSession', 'getSessionInfo']]) : renamed;
}

/** What another module exports keeps its name, but for the reader. */
function exportedName(name: string, renamed: ReadonlyMap<string, string>): string {
  return name === 'getSignalSession' ? formerName(name, renamed) : name;
}

/** What a name was before it was given away; `fooWithSignal` is made of another one. */
function formerName(name: string, renamed: ReadonlyMap<string, string>): string {
  const [, base = name, suffix = ''] = /^(.+)(WithSignal\d*)$/.exec(name) ?? [];
  return `${renamed.get(base) ?? base}${suffix}`;
}

function boundNames(file: SourceFile, renamed: ReadonlyMap<string, string>): Map<Binding, string> {
  const scopes = new Set<Scope>();
  traverse(file.ast, { enter: ({ scope }) => void scopes.add(scope) });
  const bindings = [...scopes].flatMap((scope) => Object.values(scope.bindings));
  const named = new Map<Binding, string>();
  const local: Binding[] = [];
  for (const binding of new Set(bindings)) {
    const { name } = binding.identifier;
    if (binding.scope.path.isProgram())
      named.set(binding, importName(binding, renamed) ?? formerName(name, renamed));
    else if (!UNRELATED.test(name)) local.push(binding);
  }
  const starts = file.ast.program.body.map(({ start }) => start ?? 0);
  const counts = new Map<number, number>();
  for (const binding of local.sort((a, b) => startOf(a) - startOf(b))) {
    const statement = starts.findLastIndex((start) => start <= startOf(binding));
    const count = (counts.get(statement) ?? 0) + 1;
    counts.set(statement, count);
    named.set(binding, `#${count}`);
  }
  return named;
}

function startOf(binding: Binding): number {
  return binding.identifier.start ?? 0;
}

function importName({ identifier, path }: Binding, renamed: ReadonlyMap<string, string>): string | undefined {
  const { node, parent } = path;
  if (parent.type === 'ImportDeclaration')
    return `${parent.source.value}#${exportedName(importedName(node as Specifier), renamed)}`;
  const required = requiredNames(parent);
  if (!required || node.type !== 'VariableDeclarator' || node.id.type !== 'ObjectPattern') return undefined;
  const property = node.id.properties.find(
    (one) => one.type === 'ObjectProperty' && one.value === identifier,
  );
  return property?.type === 'ObjectProperty' && property.key.type === 'Identifier'
    ? `${required.source}#${property.key.name}`
    : undefined;
}
