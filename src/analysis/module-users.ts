import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { importedName } from './exports.js';
import { calleeOf, requiredSource } from './expressions.js';
import type { ModuleHost } from './module-host.js';
import { programOf } from './program.js';

/** One way in which a file names another module. */
export type ModuleRequest =
  /** `import { imported as local }`; `*` is the namespace. */
  | {
      readonly kind: 'import';
      readonly source: string;
      readonly imported: string;
      readonly local: NodePath<t.Identifier>;
    }
  | {
      readonly kind: 're-export';
      readonly source: string;
      readonly imported: string;
      readonly exported: string;
    }
  | { readonly kind: 'export-all'; readonly source: string }
  /** `require('x')` or `import('x')`: an expression that stands for the whole module. */
  | { readonly kind: 'expression'; readonly source: string; readonly expression: NodePath };

const requestsByFile = new WeakMap<SourceFile, readonly ModuleRequest[]>();

/** Every place where `file` takes something from another module at run time; types alone are left out. */
export function moduleRequests(file: SourceFile): readonly ModuleRequest[] {
  const known = requestsByFile.get(file);
  if (known) return known;
  const found: ModuleRequest[] = [];
  programOf(file).traverse({
    ImportDeclaration: (declaration) => {
      const source = declaration.node.source.value;
      for (const specifier of declaration.get('specifiers')) {
        const imported = specifier.isImportSpecifier()
          ? importedName(specifier.node)
          : specifier.isImportDefaultSpecifier()
            ? 'default'
            : '*';
        found.push({ kind: 'import', source, imported, local: specifier.get('local') });
      }
    },
    ExportNamedDeclaration: (declaration) => {
      const source = declaration.node.source?.value;
      if (source === undefined) return;
      for (const specifier of declaration.node.specifiers) {
        const { exported } = specifier;
        const name = exported.type === 'Identifier' ? exported.name : exported.value;
        const imported = specifier.type === 'ExportSpecifier' ? specifier.local.name : '*';
        found.push({ kind: 're-export', source, imported, exported: name });
      }
    },
    ExportAllDeclaration: (declaration) => {
      found.push({ kind: 'export-all', source: declaration.node.source.value });
    },
    TSImportEqualsDeclaration: (declaration) => {
      const reference = declaration.get('moduleReference');
      if (!reference.isTSExternalModuleReference()) return;
      const source = reference.node.expression.value;
      found.push({ kind: 'import', source, imported: '*', local: declaration.get('id') });
    },
    CallExpression: (call) => {
      const callee = calleeOf(call);
      if (!callee.isImport() && !callee.isIdentifier({ name: 'require' })) return;
      const source = requiredSource(call);
      if (source !== undefined) found.push({ kind: 'expression', source, expression: call });
    },
    ImportExpression: (expression) => {
      const source = requiredSource(expression);
      if (source !== undefined) found.push({ kind: 'expression', source, expression });
    },
  });
  requestsByFile.set(file, found);
  return found;
}

/** The requests of `file` that lead to the module `target`. */
export function requestsOf(target: string, file: SourceFile, host: ModuleHost): readonly ModuleRequest[] {
  return moduleRequests(file).filter(({ source }) => host.resolve(source, file.path) === target);
}
