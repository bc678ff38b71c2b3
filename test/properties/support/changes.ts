import type * as t from '@babel/types';
import { checkNames } from '../../../src/runner/names.js';
import { applyEdits, type Edit } from '../../../src/source/edit.js';
import { indentAt } from '../../../src/source/lines.js';
import type { SourceFile } from '../../../src/source/parse.js';
import { type NodePath, traverse } from '../../../src/source/traverse.js';
import { forEachName, type IdentifierPath } from './identifiers.js';
import { isOpenTo, linesOfText } from './open-places.js';
import type { Random } from './random.js';

/** A text after a change that must not matter, with the names that it gave away, by new name. */
export interface Changed {
  readonly text: string;
  readonly renamed: ReadonlyMap<string, string>;
}

/** One place at which a change can be made: all of its edits or none. */
interface Site {
  readonly edits: readonly Edit[];
  readonly renamed?: readonly [now: string, before: string];
}

/** Says where in a file a change can be made. */
type Change = (file: SourceFile, random: Random) => Site[];

/** Makes a change of a file at no more than `limit` places. */
export function changed(file: SourceFile, kind: ChangeKind, limit: number, random: Random): Changed {
  const edits: Edit[] = [];
  const renamed = new Map<string, string>();
  for (const site of random.shuffled(CHANGES[kind](file, random)).slice(0, limit)) {
    const isTaken = site.edits.some((edit) => edits.some((other) => touches(edit, other)));
    if (isTaken || (site.renamed && renamed.has(site.renamed[0]))) continue;
    edits.push(...site.edits);
    if (site.renamed) renamed.set(...site.renamed);
  }
  return { text: applyEdits(file.text, edits), renamed };
}

function touches(one: Edit, other: Edit): boolean {
  return one.start <= other.end && other.start <= one.end;
}

/** Among them the words that we choose names from ourselves, which can get in the way, but for those that stand for a session. */
const NEW_NAMES = [
  ...['sessionId', 'windowId', 'distinctId', 'getSessionInfo', 'signalSessionId'],
  ...['a1', 'b2', 'c3', 'd4', 'e5', 'f6', 'g7', 'h8', '$i9', '_j10', 'größe', 'k_11', 'l12', 'm13'],
];

function renames(file: SourceFile, random: Random): Site[] {
  const words = new Set(file.text.match(/[\p{L}\p{N}_$]+/gu) ?? []);
  const capital = (name: string): string => `X${name.replace(/^[$_]/, '')}`;
  const free = random.shuffled(NEW_NAMES).filter((name) => !words.has(name) && !words.has(capital(name)));
  const places = new Map<string, IdentifierPath[]>();
  forEachName(file, (path) => {
    const { name } = path.node;
    places.set(name, [...(places.get(name) ?? []), path]);
  });
  const fixed = namesThatStay(file);
  return [...places].flatMap(([name, paths]) => {
    if (fixed.has(name)) return [];
    const lower = free.pop();
    if (lower === undefined) return [];
    const now = /^[A-Z]/.test(name) ? capital(lower) : lower;
    const starts = new Set<number>();
    const edits = paths.flatMap((path) => {
      const start = path.node.start ?? 0;
      if (starts.has(start)) return [];
      starts.add(start);
      return [renamedAt(path, now)];
    });
    return [{ edits, renamed: [now, name] as const }];
  });
}

/**
 * Names that say what a value is where nothing else does: a request that a wrapper hands over, the props of `_app`, what
 * is made of options, what signs people in, checks a signature or stands for a job.
 */
const TELLING =
  /^_?(?:c|ctx|context|next|props)$|re?q(?:uest)?$|auth|session|user|webhook|cron|verif|secret|token|sign|windowId|distinctId|(?:options|opts|arg(?:ument)?s|param(?:eter)?s|input|payload|props|config|event)$/i;

/** Names that are not this file's to choose: globals, exports, type parameters, members by way of a parameter. */
function namesThatStay(file: SourceFile): Set<string> {
  const { unresolved } = checkNames(file);
  const fixed = new Set([...unresolved, 'undefined', 'arguments', 'React', 'const']);
  const declared = new Set<string>();
  const exported = (declaration: t.Node): void => {
    if ('id' in declaration && declaration.id?.type === 'Identifier') fixed.add(declaration.id.name);
    if (declaration.type === 'VariableDeclaration')
      for (const { id } of declaration.declarations)
        traverse.cheap(id, (node) => void (node.type === 'Identifier' && fixed.add(node.name)));
  };
  traverse(file.ast, {
    Scope({ scope }) {
      for (const name of Object.keys(scope.bindings)) declared.add(name);
    },
    ExportDeclaration({ node }) {
      if ('declaration' in node && node.declaration) exported(node.declaration);
    },
    TSTypeParameter({ node }) {
      fixed.add(node.name);
    },
    TSParameterProperty({ node }) {
      traverse.cheap(node.parameter, (inner) => void (inner.type === 'Identifier' && fixed.add(inner.name)));
    },
    TSModuleDeclaration({ node }) {
      traverse.cheap(node, (inner) => void (inner.type === 'Identifier' && fixed.add(inner.name)));
    },
    LabeledStatement({ node }) {
      fixed.add(node.label.name);
    },
    'TSInterfaceDeclaration|TSTypeAliasDeclaration|TSEnumDeclaration'({ node }: NodePath) {
      if ('id' in node && node.id && node.id.type === 'Identifier') declared.add(node.id.name);
    },
  });
  forEachName(file, ({ node: { name } }) => {
    if (!declared.has(name) || (TELLING.test(name) && !/Req(?:uest)?$|Context$/.test(name))) fixed.add(name);
  });
  return fixed;
}

function renamedAt({ node, parent, parentPath, key }: IdentifierPath, now: string): Edit {
  const start = node.start ?? 0;
  const end = start + node.name.length;
  const isShorthand = (property: t.Node | undefined): boolean =>
    property?.type === 'ObjectProperty' && property.shorthand;
  if (
    isShorthand(parent) ||
    (parent.type === 'AssignmentPattern' && key === 'left' && isShorthand(parentPath?.parent))
  )
    return { start, end, text: `${node.name}: ${now}` };
  if (parent.type === 'ImportSpecifier' && parent.imported.start === start)
    return { start, end, text: `${node.name} as ${now}` };
  if (parent.type === 'ExportSpecifier' && parent.exported.start === start)
    return { start, end, text: `${now} as ${node.name}` };
  return { start, end, text: now };
}

const COMMENTS = [
  '/* c */',
  '/**/',
  "/* it's } ) ] , ; */",
  '/* ` ${ signal.capture({ */',
  '/* sessionId, */',
  '/* => { "use server" */',
  '/* // */',
  '/*/ , */',
  '/* é 漢 🎉 */',
];

function comments(file: SourceFile, random: Random): Site[] {
  return [...isOpenTo(file)].map((at) => ({
    edits: [{ start: at, end: at, text: ` ${random.pick(COMMENTS)} ` }],
  }));
}

const LINES = [
  "// it's } ) ] , ;",
  '// ` ${ signal.capture({',
  '//',
  '/* one\n two */',
  '/** said of it */',
  '',
];

function lines(file: SourceFile, random: Random): Site[] {
  const sites: Site[] = [];
  const eol = file.text.includes('\r\n') ? '\r\n' : '\n';
  traverse.cheap(file.ast, (node) => {
    if (!/Statement$|Declaration$/.test(node.type) || !node.start) return;
    const at = node.start;
    const indent = indentAt(file.text, at);
    const lineStart = file.text.lastIndexOf('\n', at - 1) + 1;
    if (lineStart + indent.length !== at || lineStart === 0) return;
    const line = random.pick(LINES).replace('\n', eol);
    // A blank line parts a suppression from the code that it speaks for.
    if (line === '' && endsInSuppression(file.text.slice(0, lineStart))) return;
    sites.push({ edits: [{ start: lineStart, end: lineStart, text: `${line && indent}${line}${eol}` }] });
  });
  return sites;
}

/** Whether the comments at the end of a text hold a suppression. */
function endsInSuppression(text: string): boolean {
  const comments = /(?:\/\/[^\n]*\n\s*|\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)+$/.exec(text)?.[0] ?? '';
  return comments.includes('signal-next-ignore');
}

/** A line of code goes on in what begins with one of these. */
const JOINS = /^(?:[([`+\-*/,.?<>=&|^%:;]|!=|in\b|instanceof\b|as\b|satisfies\b)/;
const ENDS = new Set([
  ...['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'VariableDeclaration'],
  ...['ExpressionStatement', 'Directive', 'ReturnStatement', 'ThrowStatement', 'TSTypeAliasDeclaration'],
]);

function semicolons(file: SourceFile): Site[] {
  const ends = new Set<number>();
  traverse.cheap(file.ast, (node) => {
    const end = node.end ?? 0;
    if (ENDS.has(node.type) && file.text[end - 1] === ';') ends.add(end);
  });
  return [...ends].flatMap((end) => {
    const rest = file.text.slice(end).replace(/^(?:[\t ]|\/\*[^\n]*?\*\/|\/\/[^\n]*)*/, '');
    const next = rest.replace(/^(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*)*/, '');
    const isSafe = next === '' || next.startsWith('}') || (/^\r?\n/.test(rest) && !JOINS.test(next));
    return isSafe ? [{ edits: [{ start: end - 1, end, text: '' }] }] : [];
  });
}

const WRAPPED = /^(?:Expression|Return|Throw|If|Try|For|ForOf|ForIn|While)Statement$/;

function blocks(file: SourceFile): Site[] {
  const sites: Site[] = [];
  const around = (start: number, end: number, before: string, after: string): void => {
    sites.push({
      edits: [
        { start, end: start, text: before },
        { start: end, end, text: after },
      ],
    });
  };
  traverse(file.ast, {
    Statement({ node, parent }) {
      const isInside = parent.type !== 'Program' && !parent.type.startsWith('Export');
      if (isInside && WRAPPED.test(node.type) && parent.type !== 'LabeledStatement')
        around(node.start ?? 0, node.end ?? 0, '{ ', ' }');
    },
    ArrowFunctionExpression({ node }) {
      const { body } = node;
      if (body.type === 'BlockStatement') return;
      const parenStart = body.extra?.parenStart;
      const start = typeof parenStart === 'number' ? parenStart : (body.start ?? 0);
      around(start, node.end ?? 0, '{ return ', '; }');
    },
  });
  return sites;
}

/** Two functions of the top level change places, with what stands on their lines. */
function reorders(file: SourceFile): Site[] {
  const { text } = file;
  const isOverloaded = new Set(
    file.ast.program.body.flatMap((one) => {
      const inner = one.type === 'ExportNamedDeclaration' ? one.declaration : one;
      return inner?.type === 'TSDeclareFunction' && inner.id ? [inner.id.name] : [];
    }),
  );
  const functions = file.ast.program.body.filter((one) => {
    if (one.leadingComments?.length || one.trailingComments?.length) return false;
    const inner = one.type === 'ExportNamedDeclaration' ? one.declaration : one;
    return inner?.type === 'FunctionDeclaration' && !isOverloaded.has(inner.id?.name ?? '');
  });
  return functions.flatMap((one, index) =>
    functions.slice(index + 1).map((other) => {
      const [a, b, c, d] = [one.start ?? 0, one.end ?? 0, other.start ?? 0, other.end ?? 0];
      return {
        edits: [
          { start: a, end: b, text: text.slice(c, d) },
          { start: c, end: d, text: text.slice(a, b) },
        ],
      };
    }),
  );
}

const TOP_LEVEL = [
  (id: string) => `function unrelated${id}(value = 1) { return value + 1; }`,
  (id: string) => `const unrelated${id} = [1, 2].map((value) => value * 2);`,
  (id: string) => `class Unrelated${id} { capture(event) { return event; } }`,
  (id: string) =>
    `const unrelated${id} = { capture(event) { return event; } };\nunrelated${id}.capture({ distinctId: 'x', event: 'y' });`,
  (id: string) => `const unrelated${id} = "signal.capture({ event: 'x' })";`,
  (id: string) => `async function* unrelated${id}() { for await (const one of []) yield one; }`,
];
const TYPES = [
  (id: string) => `interface Unrelated${id} { sessionId: string; windowId?: string }`,
  (id: string) => `type Unrelated${id}<T> = T extends string ? { [K in T]: K } : never;`,
];
const LOCAL = [
  (id: string) => `const unrelated${id} = Math.max(1, 2);`,
  (id: string) => `const unrelated${id} = (value) => ({ ...value });`,
  (id: string) => `function unrelated${id}() { return { sessionId: 1, windowId: 2 }; }`,
  (id: string) => `const unrelated${id} = /[/'"\`{]/u;`,
];

function unrelated(file: SourceFile, random: Random): Site[] {
  const sites: Site[] = [];
  const texts = file.language === 'js' ? TOP_LEVEL : [...TOP_LEVEL, ...TYPES];
  const id = (): string => `${random.below(1e9)}`;
  const [first] = file.ast.program.body;
  const eol = file.text.includes('\r\n') ? '\r\n' : '\n';
  for (const one of file.ast.program.body) {
    const end = one.end ?? 0;
    if (!/^[\t ]*\r?\n/.test(file.text.slice(end))) continue;
    if (
      one.type === 'TSDeclareFunction' ||
      (one.type === 'ExportNamedDeclaration' && one.declaration?.type === 'TSDeclareFunction')
    )
      continue;
    sites.push({ edits: [{ start: end, end, text: `\n${random.pick(texts)(id())}`.replaceAll('\n', eol) }] });
    if (one.type === 'ImportDeclaration' && one === first)
      sites.push({ edits: [{ start: end, end, text: `${eol}import unrelated${id()} from 'node:path';` }] });
  }
  traverse(file.ast, {
    Function({ node }) {
      if (node.body.type !== 'BlockStatement') return;
      const [statement] = node.body.body;
      const at = statement?.start;
      if (at == null || statement?.leadingComments?.length || node.body.directives.length > 0) return;
      sites.push({ edits: [{ start: at, end: at, text: `${random.pick(LOCAL)(id())} ` }] });
    },
  });
  return sites;
}

function crlf({ text }: SourceFile): Site[] {
  return [...text.matchAll(/(?<!\r)\n/g)].map(({ index }) => ({
    edits: [{ start: index, end: index + 1, text: '\r\n' }],
  }));
}

function tabs(file: SourceFile): Site[] {
  const within = linesOfText(file);
  return [...file.text.matchAll(/^ +/gm)].flatMap(({ index, 0: { length } }) =>
    within(index)
      ? []
      : [{ edits: [{ start: index, end: index + length, text: '\t'.repeat(Math.ceil(length / 2)) }] }],
  );
}

function bom({ text }: SourceFile): Site[] {
  return /^(?:\uFEFF|#!)/.test(text) ? [] : [{ edits: [{ start: 0, end: 0, text: '\uFEFF' }] }];
}

const CHANGES = {
  renames,
  comments,
  lines,
  semicolons,
  blocks,
  reorders,
  unrelated,
  crlf,
  tabs,
  bom,
} satisfies Record<string, Change>;

export type ChangeKind = keyof typeof CHANGES;

export const CHANGE_KINDS = Object.keys(CHANGES) as ChangeKind[];
