import type { ASTNode, ASTPath, Collection } from 'jscodeshift';
import jscodeshift from 'jscodeshift';
import type { SourceFile } from '../../src/source/parse.js';
import type { RewriteOutcome } from '../../src/source/rewrite.js';
import type { Span } from '../../src/source/span.js';
import { isWrapper } from '../../src/source/wrappers.js';
import { collectionOf, pathsFrom, spanOf } from './collections.js';
import type { MountedComponent } from './import-component.js';
import { isMounted, type Mounting, mountAround, refusal } from './mount.js';

const MOUNTING: Mounting = { shown: '`children`', code: '{children}' };
const j = jscodeshift;

/**
 * Mounts the provider around the `children` of a root layout. Refuses, with the code to paste, where the layout
 * shows them in places that have no part of the tree in common, hands them on as a prop, or cannot hold JSX.
 * @param written the layout's component, where the file is not the layout itself; else it is the default export.
 */
export function mountInLayout(
  layout: SourceFile,
  component: MountedComponent,
  written?: Span,
): RewriteOutcome {
  if (isMounted(layout, component)) return { kind: 'unchanged' };
  if (layout.language === 'ts') {
    return refusal(component, MOUNTING, `${layout.path} is a .ts file, which cannot hold JSX.`);
  }
  const root = collectionOf(layout);
  const owner = written ? componentWritten(root, written) : defaultComponent(root);
  if (owner === undefined) {
    return refusal(component, MOUNTING, `The component that ${layout.path} exports is not written in it.`);
  }
  const places = childrenIn(owner)
    .map(shownPlace)
    .filter((place) => place !== undefined);
  return mountAround(layout, outermost(places), component, MOUNTING);
}

function defaultComponent(root: Collection): ASTPath | undefined {
  const [exported] = root.find(j.ExportDefaultDeclaration).paths();
  const [named] = root
    .find(j.ExportSpecifier, { exported: { name: 'default' } })
    .filter((path) => path.parent.node.source === null || path.parent.node.source === undefined)
    .paths();
  return (
    (exported && componentAt(root, exported.get('declaration'))) ??
    (named && componentAt(root, named.get('local')))
  );
}

function componentWritten(root: Collection, { start, end }: Span): ASTPath | undefined {
  const [found] = root
    .find(j.Node)
    .filter(({ node }) => spanOf(node).start === start && spanOf(node).end === end)
    .paths();
  return found && componentAt(root, found as ASTPath);
}

/** The function or class behind an expression: itself, what a name was declared with, or what a wrapper was given. */
function componentAt(root: Collection, path: ASTPath, hops = 0): ASTPath | undefined {
  const { node } = path;
  if (hops > 10 || !node) return undefined;
  if (isWrapper(node)) return componentAt(root, path.get('expression'), hops + 1);
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ClassDeclaration':
    case 'ClassExpression':
      return path;
    case 'CallExpression':
      for (let index = node.arguments.length - 1; index >= 0; index -= 1) {
        const found = componentAt(root, path.get('arguments', index), hops + 1);
        if (found) return found;
      }
      return undefined;
    case 'Identifier': {
      const { name } = node;
      const isTopLevel = (declared: ASTPath): boolean =>
        declared.scope?.isGlobal || declared.parent?.scope?.isGlobal;
      const [fn] = root.find(j.FunctionDeclaration, { id: { name } }).filter(isTopLevel).paths();
      const [cls] = root.find(j.ClassDeclaration, { id: { name } }).filter(isTopLevel).paths();
      const [variable] = root.findVariableDeclarators(name).filter(isTopLevel).paths();
      if (variable) return componentAt(root, variable.get('init'), hops + 1);
      return fn ?? cls;
    }
    default:
      return undefined;
  }
}

/** Every expression in the component that stands for its `children`. */
function childrenIn(owner: ASTPath): ASTPath[] {
  const found = new Map<ASTNode, ASTPath>();
  const isProps = (path: ASTPath): boolean => isPropsOf(owner, path);
  const names = [...patternsOfProps(owner, isProps)].flatMap((pattern) =>
    j(pattern)
      .find(j.ObjectProperty, { key: { name: 'children' } })
      .filter((property) => property.parent.node === pattern.node)
      .paths()
      .map((property) => property.get('value')),
  );
  for (const value of names) {
    const local: ASTPath = value.node.type === 'AssignmentPattern' ? value.get('left') : value;
    if (local.node.type !== 'Identifier') continue;
    const { name } = local.node;
    const scope = local.scope?.lookup(name);
    j(owner)
      .find(j.Identifier, { name })
      .filter((path) => path.scope?.lookup(name) === scope && isReference(path))
      .forEach((path) => {
        found.set(path.node, path);
      });
  }
  const members = [
    ...j(owner)
      .find(j.MemberExpression, { property: { name: 'children' } })
      .paths(),
    ...j(owner)
      .find(j.OptionalMemberExpression, { property: { name: 'children' } })
      .paths(),
  ];
  for (const member of members) {
    if (isProps(member.get('object'))) found.set(member.node, member);
  }
  return [...found.values()];
}

/** The object patterns that take the props apart: the parameter, or `const { children } = props`. */
function* patternsOfProps(owner: ASTPath, isProps: (path: ASTPath) => boolean): Generator<ASTPath> {
  if ('params' in owner.node && owner.node.params[0]?.type === 'ObjectPattern') yield owner.get('params', 0);
  for (const declarator of j(owner)
    .find(j.VariableDeclarator, { id: { type: 'ObjectPattern' } })
    .paths()) {
    if (isProps(declarator.get('init'))) yield declarator.get('id');
  }
}

/** `props`, whatever it is called, the rest of a destructured one, or `this.props`. */
function isPropsOf(owner: ASTPath, path: ASTPath): boolean {
  const { node } = path;
  if (node?.type === 'MemberExpression') {
    return node.object.type === 'ThisExpression' && 'name' in node.property && node.property.name === 'props';
  }
  if (node?.type !== 'Identifier' || !('params' in owner.node)) return false;
  const [first] = owner.node.params;
  const isOwn = path.scope?.lookup(node.name)?.node === owner.node;
  if (first?.type === 'Identifier') return isOwn && first.name === node.name;
  if (first?.type !== 'ObjectPattern') return false;
  return (
    isOwn &&
    first.properties.some(
      (property) =>
        (property.type === 'RestElement' || property.type === 'RestProperty') &&
        property.argument.type === 'Identifier' &&
        property.argument.name === node.name,
    )
  );
}

function isReference(path: ASTPath): boolean {
  const parent = path.parent.node;
  switch (parent.type) {
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return parent.object === path.node || parent.computed;
    case 'ObjectProperty':
      return path.parent.parent.node.type !== 'ObjectPattern' && parent.value === path.node;
    case 'JSXAttribute':
    case 'TSPropertySignature':
    case 'AssignmentPattern':
      return false;
    default:
      return true;
  }
}

/** Expressions that show one of their parts as it is. */
const SHOWING = new Set(['ConditionalExpression', 'LogicalExpression']);

/** Where the provider would go for one mention of `children`; undefined where they are not shown. */
function shownPlace(path: ASTPath): ASTPath | undefined {
  let shown = true;
  for (const around of pathsFrom(path).slice(1)) {
    const { node } = around;
    if (node.type === 'JSXExpressionContainer') {
      const parent = around.parent.node.type;
      return parent === 'JSXElement' || parent === 'JSXFragment' ? around : undefined;
    }
    if (node.type === 'ReturnStatement') return shown ? path : undefined;
    if (node.type === 'ArrowFunctionExpression') {
      return shown && isBodyOf(node, path) ? path : undefined;
    }
    if (/Statement$|Declaration$|^VariableDeclarator$|^JSX|Function/.test(node.type)) return undefined;
    if (!SHOWING.has(node.type) && !isWrapper(node)) shown = false;
    if (node.type === 'ConditionalExpression' && contains(node.test, path.node)) shown = false;
  }
  return undefined;
}

function isBodyOf(arrow: { body: ASTNode }, path: ASTPath): boolean {
  return contains(arrow.body, path.node);
}

function contains(outer: ASTNode, inner: ASTNode): boolean {
  return j(outer).find(j.Node).nodes().includes(inner) || outer === inner;
}

/** The places that are in no other: of `{children && <main>{children}</main>}` the outer one. */
function outermost(places: readonly ASTPath[]): ASTPath[] {
  const nodes = new Set(places.map((place) => place.node));
  const seen = new Set<ASTNode>();
  return places.filter((place) => {
    if (seen.has(place.node)) return false;
    seen.add(place.node);
    return !pathsFrom(place)
      .slice(1)
      .some((around) => nodes.has(around.node));
  });
}
