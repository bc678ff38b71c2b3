import type { ImportDeclaration } from '@babel/types';
import { addImport } from '../../src/source/add-import.js';
import type { Edit } from '../../src/source/edit.js';
import { freeNameIn } from '../../src/source/names.js';
import type { SourceFile } from '../../src/source/parse.js';
import type { Surroundings } from '../../src/source/rewrite.js';

/** What is mounted, and how the file imports it. */
export interface MountedComponent extends Pick<Surroundings, 'isProjectFile'> {
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
  const wanted = { imported: componentName, local, from: importFrom };
  const edits = addImport(file, wanted, isCommonJs(file) ? 'cjs' : 'esm', component.isProjectFile);
  return { local, edits };
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

function importsOf(file: SourceFile): ImportDeclaration[] {
  return file.ast.program.body.filter((statement) => statement.type === 'ImportDeclaration');
}

function isCommonJs(file: SourceFile): boolean {
  return file.ast.program.sourceType === 'script' && /\brequire\s*\(/.test(file.text);
}
