import type { ImportDeclaration } from '@babel/types';
import { addImport } from '../../src/source/add-import.js';
import type { Edit } from '../../src/source/edit.js';
import { freeNameIn } from '../../src/source/names.js';
import type { SourceFile } from '../../src/source/parse.js';
import { detectStyle } from '../../src/source/style.js';
import { trailingCommentEnd } from '../../src/source/trivia.js';

/** What is mounted, and how the file imports it. */
export interface MountedComponent {
  readonly componentName: string;
  readonly importFrom: string;
}

/** The name the component has in the file, with the edit that imports it where the file does not. */
export interface ComponentImport {
  readonly local: string;
  readonly edits: readonly Edit[];
}

/** Imports the component by its own name, or by another of ours where that is taken. */
export function importComponent(file: SourceFile, component: MountedComponent): ComponentImport {
  const { componentName, importFrom } = component;
  const known = importedAs(file, component);
  if (known !== undefined) return { local: known, edits: [] };

  const local = freeNameIn(file, [componentName, 'SignalSessionProvider']);
  const neighbour = neighbourOf(file, kindOf(importFrom));
  if (neighbour === undefined) {
    const format = isCommonJs(file) ? 'cjs' : 'esm';
    return { local, edits: [addImport(file, { imported: componentName, local, from: importFrom }, format)] };
  }
  const { eol, quote, semicolons } = detectStyle(file);
  const name = local === componentName ? local : `${componentName} as ${local}`;
  const at = trailingCommentEnd(file.text, neighbour.end ?? 0);
  const text = `${eol}import { ${name} } from ${quote}${importFrom}${quote}${semicolons ? ';' : ''}`;
  return { local, edits: [{ start: at, end: at, text }] };
}

/** The local name of the component where the file imports it already. */
export function importedAs(
  file: SourceFile,
  { componentName, importFrom }: MountedComponent,
): string | undefined {
  for (const declaration of importsOf(file)) {
    if (declaration.source.value !== importFrom || declaration.importKind === 'type') continue;
    for (const specifier of declaration.specifiers) {
      if (specifier.type !== 'ImportSpecifier') continue;
      const { imported } = specifier;
      if ((imported.type === 'Identifier' ? imported.name : imported.value) === componentName) {
        return specifier.local.name;
      }
    }
  }
  return undefined;
}

type ImportKind = 'package' | 'alias' | 'relative';

function kindOf(specifier: string): ImportKind {
  if (specifier.startsWith('.')) return 'relative';
  return /^(?:@\/|[~#])/.test(specifier) ? 'alias' : 'package';
}

/**
 * The import that ours goes below: the last of its kind, else the last of the project's own, else the last. Imports
 * for their side effects come into play only where there is no other, so that style sheets stay at the end.
 */
function neighbourOf(file: SourceFile, kind: ImportKind): ImportDeclaration | undefined {
  const all = importsOf(file);
  const named = all.filter((declaration) => declaration.specifiers.length > 0);
  const ofKind = (wanted: ImportKind): ImportDeclaration | undefined =>
    named.findLast((declaration) => kindOf(declaration.source.value) === wanted);
  return ofKind(kind) ?? ofKind('alias') ?? ofKind('relative') ?? named.at(-1) ?? all.at(-1);
}

function importsOf(file: SourceFile): ImportDeclaration[] {
  return file.ast.program.body.filter((statement) => statement.type === 'ImportDeclaration');
}

function isCommonJs(file: SourceFile): boolean {
  return file.ast.program.sourceType === 'script' && /\brequire\s*\(/.test(file.text);
}
