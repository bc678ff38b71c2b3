import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../../source/parse.js';
import { ByDepth } from '../by-depth.js';
import { typeDeclaration } from '../declared-types.js';
import { moduleExports } from '../exports.js';
import { asMember, declaredValue, importedFrom, unwrap } from '../expressions.js';
import type { ModuleHost } from '../module-host.js';
import { programOf } from '../program.js';

/** An expression or a declaration, and the file that it stands in. */
export interface Located<T extends NodePath = NodePath> {
  readonly value: T;
  readonly file: SourceFile;
}

export type TypeDeclaration = t.TSInterfaceDeclaration | t.TSTypeAliasDeclaration;

interface LocatedType {
  readonly declaration: TypeDeclaration;
  readonly file: SourceFile;
}

const MAX_HOPS = 20;

/** Follows names to what they were declared with, through imports, barrels and namespaces. */
export class ModuleValues {
  readonly #host: ModuleHost;
  /** For one question at a time, because a file may be parsed again before the next. */
  #exports = new ByDepth<Located | undefined>();
  #types = new ByDepth<LocatedType | undefined>();

  constructor(host: ModuleHost) {
    this.#host = host;
  }

  /**
   * What `expression` was declared with. A name that cannot be followed further (a parameter, a destructured name,
   * an import of a package) is given back as it stands.
   */
  follow(expression: NodePath, file: SourceFile, hops = 0): Located {
    if (hops === 0) this.#exports = new ByDepth();
    const value = unwrap(expression);
    const here: Located = { value, file };
    if (hops > MAX_HOPS) return here;
    const member = asMember(value);
    if (member?.name !== undefined) {
      const module = this.#namespace(member.object, file);
      return (module && this.#exportOf(module, member.name, hops + 1)) ?? here;
    }
    if (!value.isIdentifier()) return here;
    const binding = value.scope.getBinding(value.node.name);
    if (!binding) return here;
    const imported = importedFrom(binding);
    if (imported) return this.exported(imported.source, imported.name, file, hops + 1) ?? here;
    const declared = binding.constantViolations.length === 0 ? declaredValue(binding) : undefined;
    return declared ? this.follow(declared, file, hops + 1) : here;
  }

  /** The interface or type alias that `name` stands for in `file`, through imports and barrels. */
  type(name: string, file: SourceFile, hops = 0): LocatedType | undefined {
    if (hops === 0) this.#types = new ByDepth();
    if (hops > MAX_HOPS) return undefined;
    const program = programOf(file);
    const declaration = typeDeclaration(name, program);
    if (declaration) return { declaration, file };
    const binding = program.scope.getBinding(name);
    const imported = binding && importedFrom(binding);
    return imported && this.#exportedType(imported.source, imported.name, file, hops + 1);
  }

  /** The export `name` of the module that `source` means in `from`. */
  exported(source: string, name: string, from: SourceFile, hops = 0): Located | undefined {
    if (hops === 0) this.#exports = new ByDepth();
    const file = this.#load(source, from);
    return file && this.#exportOf(file, name, hops);
  }

  /** The module that a name is the namespace of: `import * as api`, or an import of `export * as api`. */
  #namespace(expression: NodePath, file: SourceFile): SourceFile | undefined {
    const value = unwrap(expression);
    const binding = value.isIdentifier() ? value.scope.getBinding(value.node.name) : undefined;
    const imported = binding && importedFrom(binding);
    const module = imported && this.#load(imported.source, file);
    if (!module || imported.name === '*') return module;
    for (const one of moduleExports(programOf(module))) {
      if (one.kind === 'from' && one.name === imported.name && one.imported === '*') {
        return this.#load(one.source, module);
      }
    }
    return undefined;
  }

  #exportOf(file: SourceFile, name: string, hops: number): Located | undefined {
    if (hops > MAX_HOPS) return undefined;
    return this.#exports.once(file, hops, () => this.#findExport(file, name, hops), name);
  }

  #findExport(file: SourceFile, name: string, hops: number): Located | undefined {
    const program = programOf(file);
    const exported = moduleExports(program);
    for (const one of exported) {
      if (one.kind === 'value' && one.name === name) return this.follow(one.value, file, hops + 1);
      if (one.kind === 'from' && one.name === name) {
        return this.exported(one.source, one.imported, file, hops + 1);
      }
    }
    // `export const { router, procedure } = t` exports names that have no value of their own.
    const binding = program.scope.getOwnBinding(name);
    if (binding?.path.parentPath?.parentPath?.isExportNamedDeclaration()) {
      const own = patternIdentifier(binding.path.get('id') as NodePath, name);
      if (own) return { value: own, file };
    }
    for (const one of exported) {
      const found = one.kind === 'all' ? this.exported(one.source, name, file, hops + 1) : undefined;
      if (found) return found;
    }
    return undefined;
  }

  #exportedType(source: string, name: string, from: SourceFile, hops: number): LocatedType | undefined {
    const file = this.#load(source, from);
    if (!file || hops > MAX_HOPS) return undefined;
    return this.#types.once(file, hops, () => this.#findType(file, name, hops), name);
  }

  #findType(file: SourceFile, name: string, hops: number): LocatedType | undefined {
    const own = typeDeclaration(name, programOf(file));
    if (own) return { declaration: own, file };
    for (const statement of file.ast.program.body) {
      if (statement.type === 'ExportAllDeclaration') {
        const found = this.#exportedType(statement.source.value, name, file, hops + 1);
        if (found) return found;
      }
      if (statement.type !== 'ExportNamedDeclaration') continue;
      for (const specifier of statement.specifiers) {
        if (specifier.type !== 'ExportSpecifier') continue;
        const { exported, local } = specifier;
        if ((exported.type === 'Identifier' ? exported.name : exported.value) !== name) continue;
        return statement.source
          ? this.#exportedType(statement.source.value, local.name, file, hops + 1)
          : this.type(local.name, file, hops + 1);
      }
    }
    return undefined;
  }

  #load(source: string, from: SourceFile): SourceFile | undefined {
    const path = this.#host.resolve(source, from.path);
    return path === undefined ? undefined : this.#host.load(path);
  }
}

function patternIdentifier(pattern: NodePath, name: string): NodePath | undefined {
  if (!pattern.isObjectPattern()) return undefined;
  for (const property of pattern.get('properties')) {
    const value = property.isObjectProperty() ? (property.get('value') as NodePath) : undefined;
    if (value?.isIdentifier({ name })) return value;
  }
  return undefined;
}
