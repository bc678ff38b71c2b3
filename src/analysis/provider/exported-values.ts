import type { Node, Program } from '@babel/types';
import type { SourceFile } from '../../source/parse.js';
import type { NodePath } from '../../source/traverse.js';
import { type ModuleExport, moduleExports } from '../exports.js';
import { programOf } from '../program.js';
import { valuesOfName } from './binding-values.js';
import { lost, type Ref, type Trail, type Value } from './value.js';
import { memberOf, valuesOf } from './values.js';

/** What the module at `path` exports under `name`, re-exports followed. */
export function exportOf(
  trail: Trail,
  path: string,
  name: string,
  at: Ref,
  seen: Set<string> = new Set(),
): Value[] {
  const key = `${path}\n${name}`;
  if (seen.has(key)) return [];
  seen.add(key);
  const file = trail.host.load(path);
  if (file === undefined) return [lost(at, `${path} cannot be read`)];

  const stars: string[] = [];
  for (const exported of exportsOf(file)) {
    if (exported.kind === 'all') stars.push(exported.source);
    else if (exported.name === name) {
      if (exported.kind === 'from') {
        return memberOf(trail, moduleNamed(trail, file, exported.source), exported.imported, at, seen);
      }
      const ref: Ref = { file, path: exported.value, frame: undefined };
      const declared = exported.value.parent;
      // Read through the variable, whose other uses may add to the value.
      if (declared?.type === 'VariableDeclarator' && declared.id.type === 'Identifier') {
        return valuesOfName(trail, ref, declared.id.name);
      }
      return valuesOf(trail, ref);
    }
  }
  return exportOfStars(trail, file, stars, name, at, seen);
}

/** `export *` in the order written; a package is asked last, because what it exports cannot be seen. */
function exportOfStars(
  trail: Trail,
  file: SourceFile,
  stars: readonly string[],
  name: string,
  at: Ref,
  seen: Set<string>,
): Value[] {
  const packages: Value[] = [];
  for (const star of name === 'default' ? [] : stars) {
    const module = moduleNamed(trail, file, star);
    if (module.kind === 'package') {
      packages.push({ ...module, name });
      continue;
    }
    if (module.kind !== 'namespace') continue;
    const found = exportOf(trail, module.path, name, at, seen).filter((value) => value.kind !== 'lost');
    if (found.length > 0) return found;
  }
  const known = packages.find((value) => value.kind === 'package' && trail.packages.has(value.module));
  const first = known ?? packages[0];
  return [first ?? lost(at, `${file.path} has no export named ${name}`)];
}

/** The names `file` exports; `*` stands for `export * from`. */
export function exportedNames(file: SourceFile): string[] {
  return exportsOf(file).map((exported) => (exported.kind === 'all' ? '*' : exported.name));
}

function exportsOf(file: SourceFile): readonly ModuleExport[] {
  const program = scopedProgram(file);
  return program === undefined ? [] : moduleExports(program);
}

/** The program with its scopes; undefined where the scope crawl meets a duplicate declaration that parses. */
export function scopedProgram(file: SourceFile): NodePath<Program> | undefined {
  try {
    return programOf(file);
  } catch {
    return undefined;
  }
}

/** The module that `require()` or `import()` is given, which need not be a literal. */
export function moduleValue(trail: Trail, ref: Ref, source: Node | undefined): Value {
  if (source?.type === 'StringLiteral') return moduleNamed(trail, ref.file, source.value);
  return lost(ref, 'the module it is imported from is computed');
}

/** A package of interest, or the file that `specifier` stands for. */
export function moduleNamed(trail: Trail, file: SourceFile, specifier: string): Value {
  const found = trail.packages.has(specifier) ? undefined : trail.host.resolve(specifier, file.path);
  return found === undefined
    ? { kind: 'package', module: specifier, name: '*' }
    : { kind: 'namespace', path: found };
}
