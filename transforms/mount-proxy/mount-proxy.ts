import type * as t from '@babel/types';
import { importedFrom, spanOf } from '../../src/analysis/expressions.js';
import { programOf } from '../../src/analysis/program.js';
import {
  addStatements,
  importSpecifier,
  importStatement,
  importsIn,
  type NewStatement,
} from '../../src/source/add-import.js';
import { readBelow } from '../../src/source/crawl.js';
import type { Edit } from '../../src/source/edit.js';
import { freeName, freeNameIn, namesIn } from '../../src/source/names.js';
import type { SourceFile } from '../../src/source/parse.js';
import type { RewriteOutcome, Surroundings } from '../../src/source/rewrite.js';
import { detectStyle, type FileStyle } from '../../src/source/style.js';
import { trailingCommentEnd } from '../../src/source/trivia.js';
import { wrapInCall } from '../../src/source/wrap-in-call.js';
import { findHandler, type Handler, type NoHandler } from './find-handler.js';

const WRAPPER = 'signalProxy';

/** The name under which Next looks for the handler in a file of this path; undefined when it is no proxy file. */
export function handlerNameOf(path: string): 'proxy' | 'middleware' | undefined {
  const base = /(?:^|[\\/])(proxy|middleware)(?:\.[\w-]+)*\.[cm]?[jt]sx?$/.exec(path)?.[1];
  return base === 'proxy' || base === 'middleware' ? base : undefined;
}

/**
 * Wraps the handler that a `proxy.*` or `middleware.*` exports in `signalProxy`, imported from `importFrom`. What the
 * file exports keeps its names, and its `config` with the matcher stays as it is. A file that uses `signalProxy` in
 * any place is left alone.
 */
export function mountProxy(
  file: SourceFile,
  importFrom: string,
  { isFormatted = false, isProjectFile }: Surroundings = {},
): RewriteOutcome {
  const known = knownWrapper(file);
  if (known.used) return { kind: 'unchanged' };
  const name = handlerNameOf(file.path) ?? 'middleware';
  const handler = findHandler(programOf(file), name);
  if (handler.kind === 'refused') return refusal(handler, name, importFrom);

  const wrapper = known.unused ?? freeNameIn(file, [WRAPPER, 'signalNextProxy']);
  const style = styleAt(handler, file);
  const wrapped = wrap(handler, wrapper, file, style, isFormatted);
  const imports = [...wrapped.imports];
  if (known.unused === undefined) {
    const text = importStatement([{ imported: WRAPPER, local: wrapper }], importFrom, 'esm', style);
    imports.push({ from: importFrom, text });
  }
  const added = addStatements(file, importsIn(file, 'esm'), imports, { format: 'esm', style, isProjectFile });
  const edits = [...added, ...wrapped.edits];
  return { kind: 'edits', edits };
}

/** A file that only re-exports shows in that statement whether it has semicolons. */
function styleAt(handler: Handler, file: SourceFile): FileStyle {
  const style = detectStyle(file);
  if (handler.kind !== 'from') return style;
  return { ...style, semicolons: file.text[spanOf(handler.statement).end - 1] === ';' };
}

function refusal({ why, node }: NoHandler, name: string, importFrom: string): RewriteOutcome {
  return {
    kind: 'refused',
    why,
    instead: `Wrap the handler by hand: \`import { ${WRAPPER} } from '${importFrom}'\`, then \`export const ${name} = ${WRAPPER}(handler)\`.`,
    span: node ? spanOf(node) : undefined,
  };
}

interface Wrapped {
  readonly imports: readonly NewStatement[];
  readonly edits: readonly Edit[];
}

function wrap(
  handler: Handler,
  wrapper: string,
  file: SourceFile,
  style: FileStyle,
  isFormatted: boolean,
): Wrapped {
  const { eol } = style;
  const end = style.semicolons ? ';' : '';
  switch (handler.kind) {
    case 'value':
      return { imports: [], edits: wrapInCall(file.text, handler.node, wrapper, style, isFormatted) };
    case 'declaration': {
      const statement = spanOf(handler.statement);
      const keywords = { start: statement.start, end: spanOf(handler.declaration).start };
      const text = file.text.slice(keywords.start, keywords.end).replace(/^export\s+(?:default\s+)?/, '');
      const exporting = exportWrapped(`${wrapper}(${handler.local})`, handler.exported, file, style);
      const below = trailingCommentEnd(file.text, statement.end);
      return {
        imports: [],
        edits: [
          { ...keywords, text },
          { start: below, end: below, text: `${eol}${eol}${exporting}` },
        ],
      };
    }
    case 'specifier': {
      const local = wrappedName(handler.local, file);
      const declaration = `const ${local} = ${wrapper}(${handler.local})${end}`;
      const specifier = { ...spanOf(handler.specifier), text: `${local} as ${handler.exported}` };
      return { imports: [], edits: [declareBeforeUse(handler, declaration, file, eol), specifier] };
    }
    case 'from':
      return wrapReexport(handler, wrapper, file, style);
  }
}

/** `export { auth as proxy } from './auth'` becomes an import and an export of its own. */
function wrapReexport(
  handler: Extract<Handler, { kind: 'from' }>,
  wrapper: string,
  file: SourceFile,
  style: FileStyle,
): Wrapped {
  const { statement, imported, source, exported } = handler;
  const taken = new Set([...namesIn(file), exported, wrapper]);
  // The name in the export itself is no binding of this file.
  if (imported !== exported && !isUsedElsewhere(imported, file)) taken.delete(imported);
  const local = freeName([...(imported === 'default' ? [] : [imported]), 'handler', 'signalHandler'], taken);
  const from = `${style.quote}${source}${style.quote}`;
  const clause = imported === 'default' ? local : `{ ${importSpecifier({ imported, local })} }`;
  const others = statement.specifiers.filter((one) => one !== handler.specifier);
  const exporting = exportWrapped(`${wrapper}(${local})`, exported, file, style);
  const span = spanOf(statement);
  return {
    imports: [{ from: source, text: `import ${clause} from ${from}` }],
    edits:
      others.length === 0
        ? [{ ...span, text: exporting }]
        : [
            {
              start: spanOf(statement.specifiers[0] ?? statement).start,
              end: spanOf(statement.specifiers.at(-1) ?? statement).end,
              text: others.map((one) => file.text.slice(one.start ?? 0, one.end ?? 0)).join(', '),
            },
            { start: span.end, end: span.end, text: `${style.eol}${exporting}` },
          ],
  };
}

function isUsedElsewhere(name: string, file: SourceFile): boolean {
  const { scope } = programOf(file);
  return scope.getBinding(name) !== undefined || scope.hasGlobal(name);
}

/** Exports a value under a name, with a declaration of that name where the file has none. */
function exportWrapped(
  value: string,
  exported: string,
  file: SourceFile,
  { eol, semicolons }: FileStyle,
): string {
  const end = semicolons ? ';' : '';
  if (exported === 'default') return `export default ${value}${end}`;
  if (!programOf(file).scope.getBinding(exported)) return `export const ${exported} = ${value}${end}`;
  const local = wrappedName(exported, file);
  return `const ${local} = ${value}${end}${eol}export { ${local} as ${exported} }${end}`;
}

function wrappedName(name: string, file: SourceFile): string {
  return freeNameIn(file, [`${name}WithSignal`]);
}

/** A `const` may be read only below its declaration, and `export { proxy }` may stand above it. */
function declareBeforeUse(
  { statement, local }: Extract<Handler, { kind: 'specifier' }>,
  declaration: string,
  file: SourceFile,
  eol: string,
): Edit {
  const { start } = spanOf(statement);
  const binding = programOf(file).scope.getBinding(local);
  const declared = binding?.path.getStatementParent()?.node;
  const isHoisted = binding?.kind === 'hoisted' || binding?.kind === 'module';
  if (!declared || isHoisted || spanOf(declared).start < start) {
    return { start, end: start, text: `${declaration}${eol}` };
  }
  const below = trailingCommentEnd(file.text, spanOf(declared).end);
  return { start: below, end: below, text: `${eol}${declaration}` };
}

/** Whether the file uses `signalProxy` already, and else the name under which it is imported without a use. */
function knownWrapper(file: SourceFile): { readonly used: boolean; readonly unused: string | undefined } {
  let unused: string | undefined;
  let used = file.ast.program.body.some(reexportsWrapper);
  const program = programOf(file);
  for (const binding of Object.values(program.scope.bindings)) {
    if (importedFrom(binding)?.name !== WRAPPER) continue;
    if (binding.referenced) used = true;
    else unused = binding.identifier.name;
  }
  readBelow(program, {
    MemberExpression({ node }) {
      if (!node.computed && node.property.type === 'Identifier' && node.property.name === WRAPPER)
        used = true;
    },
  });
  return { used, unused };
}

function reexportsWrapper(statement: t.Statement): boolean {
  return (
    statement.type === 'ExportNamedDeclaration' &&
    statement.source != null &&
    statement.specifiers.some(
      (one) =>
        one.type === 'ExportSpecifier' && one.local.type === 'Identifier' && one.local.name === WRAPPER,
    )
  );
}
