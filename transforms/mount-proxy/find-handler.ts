import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { followLocal } from '../../src/analysis/exports.js';
import { asMember } from '../../src/analysis/expressions.js';

/** The export that Next calls, by how it is written; `exported` is the name it has outside. */
export type Handler =
  /** `export const proxy = …`, `export default …`: the value can be wrapped where it stands. */
  | { readonly kind: 'value'; readonly node: t.Node }
  /** `export function proxy() {}`, `export const { auth: proxy } = …`: has to stop being the export itself. */
  | {
      readonly kind: 'declaration';
      readonly statement: t.Statement;
      readonly declaration: t.Node;
      readonly local: string;
      readonly exported: string;
    }
  /** `export { auth as proxy }` */
  | {
      readonly kind: 'specifier';
      readonly statement: t.Statement;
      readonly specifier: t.Node;
      readonly local: string;
      readonly exported: string;
    }
  /** `export { auth as proxy } from './auth'` */
  | {
      readonly kind: 'from';
      readonly statement: t.ExportNamedDeclaration;
      readonly specifier: t.Node;
      readonly imported: string;
      readonly source: string;
      readonly exported: string;
    };

export interface NoHandler {
  readonly kind: 'refused';
  readonly why: string;
  readonly node: t.Node | undefined;
}

/** The handler of a proxy file: the export called `name`, else the default export; that is Next's order too. */
export function findHandler(program: NodePath<t.Program>, name: string): Handler | NoHandler {
  const statements = program.get('body');
  for (const exported of [name, 'default']) {
    for (const statement of statements) {
      const found = exportOf(statement, exported);
      if (found) return found;
    }
  }
  const star = statements.find((statement) => statement.isExportAllDeclaration());
  if (star) return refused('The handler may come through `export *`.', star.node);
  const common = statements.find(isCommonJsExport);
  if (common) return refused('The handler is exported as CommonJS.', common.node);
  return refused(`The file exports neither \`${name}\` nor a default.`, undefined);
}

function exportOf(statement: NodePath<t.Statement>, exported: string): Handler | NoHandler | undefined {
  if (statement.isExportDefaultDeclaration()) {
    return exported === 'default' ? defaultExport(statement) : undefined;
  }
  if (!statement.isExportNamedDeclaration() || statement.node.exportKind === 'type') return undefined;
  const declaration = statement.get('declaration') as NodePath;
  if (declaration.isVariableDeclaration()) return variable(statement, declaration, exported);
  if (declaration.isFunctionDeclaration() && declaration.node.id?.name === exported) {
    return declared(statement.node, declaration.node, exported, exported);
  }
  if (declaration.isTSDeclareFunction() && declaration.node.id?.name === exported)
    return overloaded(declaration);
  if (declaration.isClassDeclaration() && declaration.node.id?.name === exported)
    return odd(declaration.node);
  return specifierOf(statement, exported);
}

function defaultExport(statement: NodePath<t.ExportDefaultDeclaration>): Handler | NoHandler {
  const declaration = statement.get('declaration') as NodePath;
  if (declaration.isTSDeclareFunction()) return overloaded(declaration);
  if (!declaration.isFunctionDeclaration()) return value(declaration);
  const name = declaration.node.id?.name;
  if (name === undefined) return value(declaration);
  return declared(statement.node, declaration.node, name, 'default');
}

function variable(
  statement: NodePath<t.ExportNamedDeclaration>,
  declaration: NodePath<t.VariableDeclaration>,
  exported: string,
): Handler | NoHandler | undefined {
  for (const declarator of declaration.get('declarations')) {
    const names = Object.keys(declarator.getBindingIdentifiers());
    if (!names.includes(exported)) continue;
    const init = declarator.get('init') as NodePath;
    if (!init.node) return odd(declarator.node);
    if (declarator.get('id').isIdentifier()) return value(init);
    const alone = Object.keys(declaration.getBindingIdentifiers()).length === 1;
    return alone
      ? {
          kind: 'declaration',
          statement: statement.node,
          declaration: declaration.node,
          local: exported,
          exported,
        }
      : refused('The handler is destructured together with other exports.', declaration.node);
  }
  return undefined;
}

function specifierOf(
  statement: NodePath<t.ExportNamedDeclaration>,
  exported: string,
): Handler | NoHandler | undefined {
  const { node } = statement;
  for (const specifier of node.specifiers) {
    if (nameOf(specifier.exported) !== exported) continue;
    if (specifier.type !== 'ExportSpecifier') return odd(specifier);
    const local = nameOf(specifier.local);
    return node.source
      ? { kind: 'from', statement: node, specifier, imported: local, source: node.source.value, exported }
      : { kind: 'specifier', statement: node, specifier, local, exported };
  }
  return undefined;
}

function nameOf(node: t.Identifier | t.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

function declared(
  statement: t.Statement,
  declaration: t.FunctionDeclaration,
  local: string,
  exported: string,
): Handler | NoHandler {
  if (declaration.generator) return odd(declaration);
  return { kind: 'declaration', statement, declaration, local, exported };
}

/** A function, or whatever may give one: a name, a call, a member. */
function value(path: NodePath): Handler | NoHandler {
  const known = followLocal(path);
  // Wrapping `(a, b)` would make two arguments of it.
  const isOdd =
    known.isSequenceExpression() ||
    known.isClass() ||
    known.isLiteral() ||
    known.isArrayExpression() ||
    known.isObjectExpression() ||
    (known.isFunction() && known.node.generator);
  return isOdd ? odd(path.node) : { kind: 'value', node: path.node };
}

function isCommonJsExport(statement: NodePath<t.Statement>): boolean {
  if (statement.isTSExportAssignment()) return true;
  if (!statement.isExpressionStatement()) return false;
  const expression = statement.get('expression');
  if (!expression.isAssignmentExpression()) return false;
  const target = asMember(expression.get('left') as NodePath);
  const holder = target && (asMember(target.object)?.object ?? target.object);
  return (
    holder?.isIdentifier({ name: 'module' }) === true || holder?.isIdentifier({ name: 'exports' }) === true
  );
}

function overloaded(declaration: NodePath<t.TSDeclareFunction>): NoHandler {
  return refused('The handler has overloads, which have to stay beside their function.', declaration.node);
}

function odd(node: t.Node): NoHandler {
  return refused('What the file exports as its handler is not a function.', node);
}

function refused(why: string, node: t.Node | undefined): NoHandler {
  return { kind: 'refused', why, node };
}
