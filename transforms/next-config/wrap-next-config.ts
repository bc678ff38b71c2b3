import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { followLocal } from '../../src/analysis/exports.js';
import {
  asMember,
  importedFrom,
  patternKey,
  requiredSource,
  spanOf,
} from '../../src/analysis/expressions.js';
import { programOf } from '../../src/analysis/program.js';
import { addImport } from '../../src/source/add-import.js';
import { readBelow } from '../../src/source/crawl.js';
import type { Edit } from '../../src/source/edit.js';
import { freeNameIn } from '../../src/source/names.js';
import type { SourceFile } from '../../src/source/parse.js';
import type { RewriteOutcome, Surroundings } from '../../src/source/rewrite.js';
import { detectStyle } from '../../src/source/style.js';
import { wrapInCall } from '../../src/source/wrap-in-call.js';

const WRAPPER = 'withSignalConfig';

/**
 * Wraps the config that a `next.config.*` exports in `withSignalConfig`, imported (or required, in CommonJS) from
 * `importFrom`. Objects, functions, promises and calls are wrapped as they stand, because `withSignalConfig` takes
 * whatever Next.js takes. A file that uses `withSignalConfig` in any place is left alone.
 */
export function wrapNextConfig(
  file: SourceFile,
  importFrom: string,
  { isFormatted = false, isProjectFile }: Surroundings = {},
): RewriteOutcome {
  const known = knownWrappers(file);
  if (known.used) return { kind: 'unchanged' };
  const found = exportedConfig(programOf(file));
  if (found.kind === 'refused') return refusal(found, importFrom);

  const local = known.unused ?? freeNameIn(file, [WRAPPER, 'withSignalNextConfig']);
  const edits: Edit[] = [];
  if (known.unused === undefined)
    edits.push(
      ...addImport(file, { imported: WRAPPER, local, from: importFrom }, found.format, isProjectFile),
    );
  edits.push(...wrap(found, local, file, isFormatted));
  return { kind: 'edits', edits };
}

type Exported =
  | { readonly kind: 'expression'; readonly format: 'esm' | 'cjs'; readonly node: t.Node }
  /** `export default function config() {}`: the declaration stays, its name is exported in its place. */
  | {
      readonly kind: 'declaration';
      readonly format: 'esm';
      readonly statement: t.Node;
      readonly node: t.Node;
      readonly name: string;
    }
  /** `export { config as default }` */
  | { readonly kind: 'specifier'; readonly format: 'esm'; readonly statement: t.Node; readonly name: string };

interface Refused {
  readonly kind: 'refused';
  readonly why: string;
  readonly node: t.Node | undefined;
}

function refusal({ why, node }: Refused, importFrom: string): RewriteOutcome {
  return {
    kind: 'refused',
    why,
    instead: `Wrap what the file exports by hand: \`import { ${WRAPPER} } from '${importFrom}'\`, then \`export default ${WRAPPER}(config)\`.`,
    span: node ? spanOf(node) : undefined,
  };
}

function wrap(found: Exported, local: string, file: SourceFile, isFormatted: boolean): Edit[] {
  const style = detectStyle(file);
  const { eol } = style;
  const end = style.semicolons ? ';' : '';
  switch (found.kind) {
    case 'expression':
      return wrapInCall(file.text, found.node, local, style, isFormatted);
    case 'declaration': {
      const statement = spanOf(found.statement);
      const text = `${eol}${eol}export default ${local}(${found.name})${end}`;
      return [
        { start: statement.start, end: spanOf(found.node).start, text: '' },
        { start: statement.end, end: statement.end, text },
      ];
    }
    case 'specifier': {
      const { start, end: stop } = spanOf(found.statement);
      return [
        {
          start,
          end: stop,
          text: `export default ${local}(${found.name})${file.text[stop - 1] === ';' ? ';' : ''}`,
        },
      ];
    }
  }
}

function exportedConfig(program: NodePath<t.Program>): Exported | Refused {
  for (const statement of program.get('body')) {
    if (statement.isExportDefaultDeclaration()) return defaultExport(statement);
    if (statement.isExportNamedDeclaration()) {
      const specifier = defaultSpecifier(statement);
      if (specifier) return specifier;
    }
    if (statement.isTSExportAssignment()) {
      return {
        kind: 'refused',
        why: '`export =` is not a form that every Next.js loads.',
        node: statement.node,
      };
    }
  }
  return moduleExportsConfig(program);
}

function defaultExport(statement: NodePath<t.ExportDefaultDeclaration>): Exported | Refused {
  const declaration = statement.get('declaration') as NodePath;
  if (declaration.isFunctionDeclaration()) {
    if (declaration.node.generator) return oddShape(declaration.node);
    const name = declaration.node.id?.name;
    if (name === undefined) return { kind: 'expression', format: 'esm', node: declaration.node };
    return { kind: 'declaration', format: 'esm', statement: statement.node, node: declaration.node, name };
  }
  return wrappable(declaration)
    ? { kind: 'expression', format: 'esm', node: declaration.node }
    : oddShape(declaration.node);
}

function defaultSpecifier(statement: NodePath<t.ExportNamedDeclaration>): Exported | Refused | undefined {
  const { node } = statement;
  const specifier = node.specifiers.find(
    ({ exported }) => (exported.type === 'Identifier' ? exported.name : exported.value) === 'default',
  );
  if (!specifier) return undefined;
  if (node.source || specifier.type !== 'ExportSpecifier' || node.specifiers.length > 1) {
    return {
      kind: 'refused',
      why: 'The config is exported together with other names, or from another file.',
      node,
    };
  }
  return { kind: 'specifier', format: 'esm', statement: node, name: specifier.local.name };
}

function moduleExportsConfig(program: NodePath<t.Program>): Exported | Refused {
  const assignments: NodePath<t.AssignmentExpression>[] = [];
  readBelow(program, {
    AssignmentExpression(assignment) {
      const target = asMember(assignment.get('left') as NodePath);
      if (target?.object.isIdentifier({ name: 'module' }) && target.name === 'exports')
        assignments.push(assignment);
    },
  });
  const last = assignments.at(-1);
  if (!last) return { kind: 'refused', why: 'No exported config was found in the file.', node: undefined };
  if (last.node.operator !== '=' || !isTopLevel(last)) {
    return { kind: 'refused', why: 'The config is exported under a condition.', node: last.node };
  }
  const value = last.get('right');
  const format = program.get('body').some((statement) => statement.isImportDeclaration()) ? 'esm' : 'cjs';
  return wrappable(value) ? { kind: 'expression', format, node: value.node } : oddShape(value.node);
}

/** `module.exports = …`, also as `exports = module.exports = …`. */
function isTopLevel(assignment: NodePath): boolean {
  let path: NodePath | null = assignment.parentPath;
  while (path?.isAssignmentExpression()) path = path.parentPath;
  return path?.isExpressionStatement() === true && path.parentPath?.isProgram() === true;
}

function oddShape(node: t.Node): Refused {
  return {
    kind: 'refused',
    why: 'What the file exports is neither an object nor a function that gives one.',
    node,
  };
}

/** Whether the value may be a Next config: an object, a function, a promise or whatever a call gives. */
function wrappable(path: NodePath): boolean {
  // Wrapping `(a, b)` would make two arguments of it.
  if (path.isSequenceExpression() || path.isAssignmentExpression())
    return path.isAssignmentExpression({ operator: '=' });
  const value = followLocal(path);
  if (value.isFunction()) return !value.node.generator;
  return !value.isClass() && !value.isLiteral() && !value.isArrayExpression();
}

/** What the file has of `withSignalConfig` already: whether it is used, and else the name it is there under. */
function knownWrappers(file: SourceFile): { readonly used: boolean; readonly unused: string | undefined } {
  let used = false;
  let unused: string | undefined;
  readBelow(programOf(file), {
    ReferencedIdentifier(path: NodePath<t.Identifier | t.JSXIdentifier>) {
      const binding = path.scope.getBinding(path.node.name);
      if (binding && originalName(binding.path, binding.identifier) === WRAPPER) used = true;
    },
    'MemberExpression|OptionalMemberExpression'(path: NodePath) {
      if (asMember(path)?.name === WRAPPER && !path.parentPath?.isVariableDeclarator()) used = true;
    },
  });
  for (const binding of Object.values(programOf(file).scope.bindings)) {
    const isImport = importedFrom(binding) !== undefined || isRequired(binding.path);
    if (isImport && originalName(binding.path, binding.identifier) === WRAPPER)
      unused = binding.identifier.name;
  }
  return { used, unused };
}

function isRequired(path: NodePath): boolean {
  return (
    path.isVariableDeclarator() &&
    path.node.init != null &&
    requiredSource(path.get('init') as NodePath) !== undefined
  );
}

/** The name under which a binding's value is known where it comes from; its own name where it comes from here. */
function originalName(path: NodePath, identifier: t.Identifier): string | undefined {
  if (path.isImportSpecifier()) {
    const { imported } = path.node;
    return imported.type === 'Identifier' ? imported.name : imported.value;
  }
  if (path.isVariableDeclarator()) {
    const id = path.get('id');
    if (id.isObjectPattern()) return patternKey(id.node, identifier);
    const init = path.get('init') as NodePath;
    const member = init.node ? asMember(init) : undefined;
    if (member?.name === WRAPPER) return WRAPPER;
  }
  return identifier.name;
}
