import { type Declaration, declarationsOf, type Fingerprint } from '../../src/analysis/declarations.js';
import { outdatedParts, type TemplateVersion } from '../../src/analysis/template-version.js';
import type { Edit } from '../../src/source/edit.js';
import { namesIn, wholeName } from '../../src/source/names.js';
import { parseSource, type SourceFile } from '../../src/source/parse.js';
import { restyle } from '../../src/source/restyle.js';
import type { RewriteOutcome } from '../../src/source/rewrite.js';
import { detectStyle, type FileStyle } from '../../src/source/style.js';

/** What a module is updated to: the template in the file's language, and what is known of its versions. */
export interface Template {
  readonly text: string;
  readonly current: TemplateVersion;
  /** The versions before, the newest last. */
  readonly earlier: readonly TemplateVersion[];
}

/**
 * Brings the parts of a module that an earlier version generated, and that nobody has changed since, up to the
 * template. Comments that were changed stay, and so does whatever else the module holds.
 */
export function updateSignalModule(file: SourceFile, template: Template): RewriteOutcome {
  const outdated = outdatedParts(file, template.current, template.earlier);
  if (outdated.length === 0) return { kind: 'unchanged' };
  const style = detectStyle(file);
  const wanted = declarationsIn(file, template.text, style);
  const taken = namesIn(file);
  const edits: Edit[] = [];
  for (const { part, version, declarations } of outdated) {
    const names = Object.keys(template.current.parts[part] ?? {});
    const clash = names.find((name) => taken.has(name) && !declarations.some((one) => one.name === name));
    if (clash !== undefined) return refusal(`The name \`${clash}\`, which the new text needs, is taken.`);
    const before = template.earlier.find((one) => one.version === version)?.parts[part] ?? {};
    edits.push(...partEdits(file, declarations, before, names, wanted, style));
  }
  return { kind: 'edits', edits };
}

interface WantedDeclaration extends Declaration {
  /** The declaration without `export`, the whole statement, and the comment above it. */
  readonly text: { readonly node: string; readonly statement: string; readonly doc: string };
}

function declarationsIn(
  file: SourceFile,
  template: string,
  style: FileStyle,
): Map<string, WantedDeclaration> {
  const restyled = parsed(file, restyle(parsed(file, template), style));
  const textOf = (node: { start?: number | null; end?: number | null } | undefined): string =>
    node ? restyled.text.slice(node.start ?? 0, node.end ?? 0) : '';
  return new Map(
    declarationsOf(restyled).map((one) => {
      const text = { node: textOf(one.node), statement: textOf(one.statement), doc: textOf(one.doc) };
      return [one.name, { ...one, text }];
    }),
  );
}

function partEdits(
  file: SourceFile,
  present: readonly Declaration[],
  before: Readonly<Record<string, Fingerprint>>,
  names: readonly string[],
  wanted: ReadonlyMap<string, WantedDeclaration>,
  style: FileStyle,
): Edit[] {
  const edits: Edit[] = [];
  // What is new goes behind what the template has before it, else behind the part.
  let anchor = present[0]?.statement.end ?? 0;
  for (const name of names) {
    const next = wanted.get(name);
    const here = present.find((one) => one.name === name);
    if (!next) continue;
    if (!here) {
      const doc = next.text.doc === '' ? '' : next.text.doc + style.eol;
      edits.push({ start: anchor, end: anchor, text: style.eol.repeat(2) + doc + next.text.statement });
      continue;
    }
    anchor = here.statement.end ?? 0;
    if (here.fingerprint.code !== next.fingerprint.code) edits.push(replacing(here.node, next.text.node));
    const isOurComment = here.doc !== undefined && here.fingerprint.doc === before[name]?.doc;
    if (isOurComment && here.doc && here.fingerprint.doc !== next.fingerprint.doc)
      edits.push(replacing(here.doc, next.text.doc));
  }
  for (const gone of present.filter(({ name }) => !names.includes(name))) {
    if (!isUsedBeside(file, gone, present)) edits.push(removing(file, gone));
  }
  return edits;
}

function replacing({ start, end }: { start?: number | null; end?: number | null }, text: string): Edit {
  return { start: start ?? 0, end: end ?? 0, text };
}

/** With its comment and the blank line above it. */
function removing(file: SourceFile, { statement, doc }: Declaration): Edit {
  const start = doc?.start ?? statement.start ?? 0;
  const end = file.text.slice(0, start).trimEnd().length;
  return { start: end, end: statement.end ?? 0, text: '' };
}

/** Whether the rest of the module names a declaration that the template no longer has, or exports it. */
function isUsedBeside(file: SourceFile, gone: Declaration, part: readonly Declaration[]): boolean {
  if (gone.statement.type === 'ExportNamedDeclaration') return true;
  const own = part.map(({ statement }) => statement);
  const name = wholeName(gone.name);
  return file.ast.program.body.some(
    (statement) =>
      !own.includes(statement) && name.test(file.text.slice(statement.start ?? 0, statement.end ?? 0)),
  );
}

function refusal(why: string): RewriteOutcome {
  const instead =
    'Rename it, and run `signal-next init` again; or take over the new text from the template by hand.';
  return { kind: 'refused', why, instead, span: undefined };
}

/** Parses text of ours as if it stood in `file`. @throws Error when it does not parse: a defect of ours. */
function parsed(file: SourceFile, text: string): SourceFile {
  const result = parseSource(file.path, text);
  if (result.kind === 'unparsable') throw new Error(`template: ${result.problem.message}`);
  return result.file;
}
