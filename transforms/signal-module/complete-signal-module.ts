import type { ModuleHost } from '../../src/analysis/module-host.js';
import { hasDirective } from '../../src/analysis/program.js';
import { describeSignalModule, type SignalModuleFacts } from '../../src/analysis/signal-module.js';
import { applyEdits, type Edit } from '../../src/source/edit.js';
import { freeName, namesIn } from '../../src/source/names.js';
import { parseSource, type SourceFile } from '../../src/source/parse.js';
import { restyle } from '../../src/source/restyle.js';
import type { RewriteOutcome } from '../../src/source/rewrite.js';
import { detectStyle } from '../../src/source/style.js';
import { traverse } from '../../src/source/traverse.js';
import { TRIVIA } from '../../src/source/trivia.js';

const FREEZE = new RegExp(String.raw`^Object${TRIVIA}\.${TRIVIA}freeze\b`);
const MODULE_EXPORTS = new RegExp(String.raw`\bmodule${TRIVIA}\.${TRIVIA}exports\b`);

/**
 * Appends `sessionPart` (our `getSessionInfo` with its types and helpers, in the file's language) to a Signal module
 * of the user's own. All that is there stays; names of ours that are taken are changed, never theirs. A narrow reader
 * stays too, and ours is exported beside it as `facts.readerName`.
 */
export function completeSignalModule(
  file: SourceFile,
  sessionPart: string,
  context: { readonly sdkModules?: readonly string[]; readonly host?: ModuleHost } = {},
): RewriteOutcome {
  const facts = describeSignalModule(file, context);
  if (facts.reader.kind === 'complete') return { kind: 'unchanged' };
  const obstacle = obstacleIn(file, facts);
  if (obstacle) return { kind: 'refused', instead: INSTEAD, ...obstacle };

  const style = detectStyle(file);
  const part = restyle(parsed(file, renamed(parsed(file, sessionPart), file, facts)), style);
  const exported = facts.format === 'cjs' ? commonJs(file, part, facts.readerName, style) : part;
  // Before the file's own final line breaks, so that it ends as it did.
  const end = file.text.trimEnd().length;
  return { kind: 'edits', edits: [{ start: end, end, text: style.eol.repeat(2) + exported }] };
}

const INSTEAD =
  'Put `getSessionInfo` into a module of its own, as `signal-next init` generates it in `lib/signal-server`, and export the client from there.';

function obstacleIn(
  file: SourceFile,
  facts: SignalModuleFacts,
): { why: string; span: { start: number; end: number } | undefined } | undefined {
  if (hasDirective(file, 'use server')) {
    const span = spanOf(file.ast.program.directives[0]);
    return {
      why: "A 'use server' file may only export async functions, and `getSessionInfo` is not async.",
      span,
    };
  }
  if (hasDirective(file, 'use client')) {
    const span = spanOf(file.ast.program.directives[0]);
    return { why: "A 'use client' file runs in the browser, where no request is to be read.", span };
  }
  for (const statement of file.ast.program.body) {
    if (statement.type === 'TSExportAssignment') {
      return { why: '`export =` leaves no place for another export.', span: spanOf(statement) };
    }
    if (facts.format !== 'cjs' || statement.type !== 'ExpressionStatement') continue;
    const { expression } = statement;
    if (expression.type !== 'AssignmentExpression') continue;
    const target = file.text.slice(expression.left.start ?? 0, expression.left.end ?? 0);
    const frozen = FREEZE.test(file.text.slice(expression.right.start ?? 0));
    if (MODULE_EXPORTS.exec(target)?.[0] === target && frozen) {
      return { why: '`module.exports` is frozen, so nothing can be added to it.', span: spanOf(statement) };
    }
  }
  return undefined;
}

function spanOf(node: { start?: number | null; end?: number | null } | undefined): {
  start: number;
  end: number;
} {
  return { start: node?.start ?? 0, end: node?.end ?? 0 };
}

/** The session part with its own top-level names changed where the module has them already. */
function renamed(part: SourceFile, file: SourceFile, facts: SignalModuleFacts): string {
  const taken = namesIn(file);
  const inUse = new Set([...taken, ...namesIn(part)]);
  const names = new Map<string, string>();
  for (const name of topLevelNames(part)) {
    const wanted = nameFor(name, taken, inUse, facts);
    if (wanted === name) continue;
    names.set(name, wanted);
    inUse.add(wanted);
  }
  if (names.size === 0) return part.text;
  const edits: Edit[] = [];
  const keys = new Set<unknown>();
  traverse.cheap(part.ast, (node) => {
    if (node.type === 'MemberExpression' && !node.computed) keys.add(node.property);
    if ((node.type === 'ObjectProperty' || node.type === 'TSPropertySignature') && !node.computed)
      keys.add(node.key);
    if (node.type !== 'Identifier' || keys.has(node)) return;
    const to = names.get(node.name);
    // A parameter's node spans its type annotation too, so the end is counted from the name.
    if (to !== undefined)
      edits.push({ start: node.start ?? 0, end: (node.start ?? 0) + node.name.length, text: to });
  });
  return applyEdits(part.text, edits);
}

function nameFor(
  name: string,
  taken: ReadonlySet<string>,
  inUse: ReadonlySet<string>,
  facts: SignalModuleFacts,
): string {
  if (name === 'getSessionInfo') return facts.readerName;
  if (name === 'SessionInfo') return facts.typeName ?? name;
  if (!taken.has(name)) return name;
  const [first = ''] = name;
  const prefix = first === first.toUpperCase() ? 'Signal' : 'signal';
  return freeName([`${prefix}${first.toUpperCase()}${name.slice(1)}`], inUse);
}

function topLevelNames(part: SourceFile): string[] {
  return part.ast.program.body.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    switch (declaration?.type) {
      case 'FunctionDeclaration':
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
        return declaration.id ? [declaration.id.name] : [];
      default:
        return [];
    }
  });
}

/** The part as CommonJS: `getSessionInfo` is set on the exports the way the module sets its own. */
function commonJs(
  file: SourceFile,
  part: string,
  readerName: string,
  style: { readonly eol: string; readonly semicolons: boolean },
): string {
  const holder = MODULE_EXPORTS.test(file.text) ? 'module.exports' : 'exports';
  const assignment = `${holder}.${readerName} = ${readerName}${style.semicolons ? ';' : ''}`;
  // Types may be exported from a CommonJS file as little as values may.
  return `${part.replace(/^export /gm, '')}${style.eol.repeat(2)}${assignment}`;
}

/** Parses text of ours as if it stood in `file`. @throws Error when it does not parse: a defect of ours. */
function parsed(file: SourceFile, text: string): SourceFile {
  const result = parseSource(file.path, text);
  if (result.kind === 'unparsable') throw new Error(`session part: ${result.problem.message}`);
  return result.file;
}
