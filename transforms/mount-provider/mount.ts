import type { ASTPath } from 'jscodeshift';
import type { Edit } from '../../src/source/edit.js';
import type { SourceFile } from '../../src/source/parse.js';
import type { RewriteOutcome } from '../../src/source/rewrite.js';
import { collectionOf, pathsFrom, spanOf } from './collections.js';
import { importComponent, importedAs, type MountedComponent } from './import-component.js';
import { wrapEdits } from './wrap.js';

/** What the provider goes around, as a person would call it and write it. */
export interface Mounting {
  /** E.g. `children`. */
  readonly shown: string;
  /** E.g. `{children}`. */
  readonly code: string;
}

/** Whether the file renders the component already. */
export function isMounted(file: SourceFile, component: MountedComponent): boolean {
  const local = importedAs(file, component);
  return local !== undefined && collectionOf(file).findJSXElements(local).length > 0;
}

/** Wraps what `places` have in common: the one place itself, or the part of the tree that holds them all. */
export function mountAround(
  file: SourceFile,
  places: readonly ASTPath[],
  component: MountedComponent,
  mounting: Mounting,
): RewriteOutcome {
  const place = placeOf(places);
  if (place === undefined) {
    const why =
      places.length === 0
        ? `${mounting.shown} was not found in what ${file.path} renders.`
        : `${file.path} renders ${mounting.shown} in several places.`;
    return refusal(component, mounting, why, places[0] && spanOf(places[0].node));
  }
  const imported = importComponent(file, component);
  const edits: Edit[] = [...imported.edits, ...wrapEdits(file, place, imported.local)];
  return { kind: 'edits', edits };
}

export function refusal(
  { componentName, importFrom }: MountedComponent,
  { code }: Mounting,
  why: string,
  span?: { readonly start: number; readonly end: number },
): RewriteOutcome {
  const element = `<${componentName}>${code}</${componentName}>`;
  const instead = `import { ${componentName} } from '${importFrom}';\n\n${element}`;
  return { kind: 'refused', why, instead, span };
}

/** Elements whose children React or Next.js places itself; a component around them would be out of place. */
const DOCUMENT_PARTS = new Set(['html', 'head', 'body']);

function placeOf(places: readonly ASTPath[]): ASTPath | undefined {
  const [first, ...others] = places;
  if (first === undefined || others.length === 0) return first;
  const holdsOthers = (path: ASTPath): boolean =>
    others.every((other) => pathsFrom(other).some(({ node }) => node === path.node));
  const shared = pathsFrom(first).find((path) => isWrappable(path) && holdsOthers(path));
  if (shared === undefined || DOCUMENT_PARTS.has(tagOf(shared))) return undefined;
  return shared;
}

/** An element, or an expression between the tags of one; not the value of an attribute. */
function isWrappable({ node, parent }: ASTPath): boolean {
  if (node.type === 'JSXExpressionContainer') return parent.node.type !== 'JSXAttribute';
  return node.type === 'JSXElement' || node.type === 'JSXFragment';
}

function tagOf(path: ASTPath): string {
  const { node } = path;
  if (node.type !== 'JSXElement') return '';
  return node.openingElement.name.type === 'JSXIdentifier' ? node.openingElement.name.name : '';
}
