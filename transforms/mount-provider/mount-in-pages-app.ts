import type { ASTPath, Collection } from 'jscodeshift';
import jscodeshift from 'jscodeshift';
import type { SourceFile } from '../../src/source/parse.js';
import type { RewriteOutcome } from '../../src/source/rewrite.js';
import { collectionOf } from './collections.js';
import type { MountedComponent } from './import-component.js';
import { isMounted, type Mounting, mountAround, refusal } from './mount.js';

const MOUNTING: Mounting = { shown: '`<Component {...pageProps} />`', code: '<Component {...pageProps} />' };
const j = jscodeshift;

/**
 * Mounts the provider around the page of a `_app`: the element made of its `Component`, in a function or a class.
 * Where there are several, around the part of the tree that holds them all, else it refuses with the code to paste.
 */
export function mountInPagesApp(app: SourceFile, component: MountedComponent): RewriteOutcome {
  if (isMounted(app, component)) return { kind: 'unchanged' };
  if (app.language === 'ts') {
    return refusal(component, MOUNTING, `${app.path} is a .ts file, which cannot hold JSX.`);
  }
  return mountAround(app, pagesIn(collectionOf(app)), component, MOUNTING);
}

function pagesIn(root: Collection): ASTPath[] {
  const locals = root
    .find(j.ObjectProperty, { key: { name: 'Component' } })
    .filter((property) => property.parent.node.type === 'ObjectPattern')
    .nodes()
    .map(({ value }) => value);
  const isPage = (element: ASTPath): boolean => {
    const name = element.get('openingElement', 'name').node;
    if (name.type === 'JSXMemberExpression')
      return name.property.name === 'Component' && isProps(name.object);
    if (name.type !== 'JSXIdentifier') return false;
    const bindings: ASTPath[] = element.scope?.lookup(name.name)?.getBindings()[name.name] ?? [];
    return bindings.some((binding) => locals.some((local) => local === binding.node));
  };
  return root.find(j.JSXElement).filter(isPage).paths();
}

/** `props` or `this.props`. */
function isProps(object: {
  type: string;
  name?: unknown;
  object?: unknown;
  property?: { name?: unknown };
}): boolean {
  return object.type === 'JSXMemberExpression' ? object.property?.name === 'props' : object.name === 'props';
}
