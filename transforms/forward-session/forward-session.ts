import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { argumentsOf, type CallPath, isPartOf, spanOf } from '../../src/analysis/expressions.js';
import type {
  AnalysisContext,
  DeclarationRewrite,
  FileAnalysis,
  FunctionRewrite,
  HelperCallRewrite,
  SessionReader,
  SessionSource,
  SourceKind,
} from '../../src/analysis/model.js';
import { readerFor } from '../../src/analysis/session-reader.js';
import type { PlannedSlot } from '../../src/analysis/session-slot.js';
import { ALL_SESSION_KEYS, type SessionKey } from '../../src/analysis/signal-methods.js';
import type { SignatureNode } from '../../src/analysis/signatures.js';
import type { Edit } from '../../src/source/edit.js';
import { breakLevels, indentWithin, type Leaving, leaving } from '../../src/source/hanging.js';
import { indentAt, widthOfLine } from '../../src/source/lines.js';
import { appendItems, fitsOneLine, type ListText } from '../../src/source/list.js';
import { freeName, namesUsedIn } from '../../src/source/names.js';
import type { SourceFile } from '../../src/source/parse.js';
import type { Span } from '../../src/source/span.js';
import { detectStyle, type FileStyle } from '../../src/source/style.js';
import { addOption, completeCall, type IdExpressions } from './arguments.js';
import { argumentList, standsInside, startWithAwait } from './brackets.js';
import { breakUpBehind, chainedBehind, endOfChain } from './chained-call.js';
import {
  addParameter,
  addToPattern,
  bodyBehindParameters,
  insertAfter,
  insertFirst,
  openTypeArguments,
  shiftOfConciseBody,
} from './functions.js';
import { conditionAround, hangingCall } from './hanging-call.js';
import { Imports } from './imports.js';
import { localName, prefixed } from './names.js';
import { Openings } from './opened-arguments.js';
import { addTypeMembers } from './type-members.js';

/** What a key of a pattern is bound to where its own name is taken. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  headers: ['requestHeaders'],
  req: ['request'],
};

const NOT_LEAVING: Leaving = { depth: 0, fits: false };

/** The edits that forward the session in one file; empty when there is nothing to do. */
export function forwardSession(analysis: FileAnalysis, context: AnalysisContext): Edit[] {
  const { syncHeaders, rewrites, declarations } = analysis;
  if (syncHeaders.length + rewrites.length + declarations.length === 0) return [];
  return new Forwarding(analysis, context).edits();
}

class Forwarding {
  readonly #file: SourceFile;
  readonly #text: string;
  readonly #style: FileStyle;
  readonly #imports: Imports;
  readonly #analysis: FileAnalysis;
  readonly #context: AnalysisContext;
  /** Undefined in a package that cannot import one, where nothing is read and the type is written out. */
  readonly #reader: SessionReader | undefined;
  readonly #openings: Openings;

  constructor(analysis: FileAnalysis, context: AnalysisContext) {
    this.#file = analysis.file;
    this.#text = analysis.file.text;
    const { host } = context;
    this.#reader = readerFor(context, analysis.file.path);
    const module = this.#reader?.module;
    this.#style = detectStyle(analysis.file, module?.kind === 'file' ? host.load(module.path) : undefined);
    this.#imports = new Imports(analysis.file, host, this.#style);
    this.#analysis = analysis;
    this.#context = context;
    this.#openings = new Openings(analysis, this.#style, context.isFormatted === true);
  }

  edits(): Edit[] {
    const edits = this.#analysis.syncHeaders.flatMap(({ call, fixable, suppressed }) =>
      fixable && !suppressed ? awaitCall(call) : [],
    );
    // Request scopes go first, so that `getSessionInfo` is imported ahead of the type.
    const rewrites = [...this.#analysis.rewrites].sort((a, b) => rankOf(a) - rankOf(b));
    edits.push(...rewrites.flatMap((rewrite) => this.#function(rewrite)));
    edits.push(...this.#analysis.declarations.flatMap((one) => this.#declaration(one)));
    return [...this.#imports.edits(), ...this.#openings.applied(withoutRepeatedBreaks(edits))];
  }

  #function(rewrite: FunctionRewrite): Edit[] {
    switch (rewrite.how.kind) {
      case 'read':
        return this.#read(rewrite, rewrite.how.source);
      case 'reuse':
        return this.#reuse(rewrite, rewrite.how.session);
      case 'receive':
        return this.#receive(rewrite, rewrite.how.slot);
    }
  }

  /** A request scope reads the ids once, at the top. */
  #read(rewrite: FunctionRewrite, source: SessionSource): Edit[] {
    const { fn, handsOn } = rewrite;
    const local = (name: string): string => localName(fn, name);
    const { expression, edits, after } = this.#sourceExpression(fn, source);
    const readerName = this.#readerName(readsOf(source), fn);
    const shift = shiftOfConciseBody(this.#text, fn, this.#style);
    const read = (left: readonly string[] | string): Edit[] => [
      ...edits,
      ...this.#statement(fn, this.#fitted(fn, left, readerName, expression), after),
    ];
    if (handsOn.some(({ keys }) => keys.length === ALL_SESSION_KEYS.length)) {
      const session = local('session');
      return [...read(session), ...this.#uses(rewrite, membersOf(session, '.'), session, shift)];
    }
    const needed = neededKeys(rewrite);
    const names = Object.fromEntries(needed.map((key) => [key, local(key)])) as IdExpressions;
    const pattern = needed.map((key) => (names[key] === key ? key : `${key}: ${names[key]}`));
    return [...read(pattern), ...this.#uses(rewrite, names, undefined, shift)];
  }

  /** Ids that are in scope already are used; what is missing is added to where they are read. */
  #reuse(
    rewrite: FunctionRewrite,
    session: Extract<FunctionRewrite['how'], { kind: 'reuse' }>['session'],
  ): Edit[] {
    if (session.object) {
      const { name, optional } = session.object;
      return this.#uses(rewrite, { ...membersOf(name, optional ? '?.' : '.'), ...session.ids }, name);
    }
    const ids: Partial<Record<SessionKey, string>> = { ...session.ids };
    const edits: Edit[] = [];
    const added: string[] = [];
    for (const key of session.pattern ? neededKeys(rewrite) : []) {
      if (ids[key] !== undefined) continue;
      const name = localName(rewrite.fn, key);
      ids[key] = name;
      added.push(name === key ? key : `${key}: ${name}`);
    }
    if (session.pattern && added.length > 0) {
      edits.push(...addToPattern(this.#text, session.pattern, added.join(', '), this.#style));
    }
    return [...edits, ...this.#uses(rewrite, ids, undefined)];
  }

  /** A tracking helper takes the session, as a new last parameter or among its options. */
  #receive(rewrite: FunctionRewrite, slot: PlannedSlot): Edit[] {
    const { fn } = rewrite;
    const style = this.#style;
    if (slot.kind === 'position') {
      const name = localName(fn, 'session');
      const parameter = `${name}${slot.isTyped ? this.#sessionType([fn]) : ''}`;
      const [only] = rewrite.handsOn;
      const isBody = only !== undefined && only.call.parentPath?.node === fn.node;
      const hanging = isBody ? hangingCall(this.#text, only.call, `, ${parameter}`.length) : undefined;
      // What stands between two levels would grow, too.
      const isSimple = hanging?.levels.length === 1;
      const leaves = isSimple && leaving(this.#text, hanging, `, ${name}`.length, style).depth > 0;
      const parameters = this.#addParameter(fn, parameter, leaves);
      const uses = this.#uses(rewrite, membersOf(name, '?.'), name, '', leaves ? hanging.grown : 0);
      return [...parameters, ...uses, ...bodyBehindParameters(this.#text, fn, parameters, uses, style)];
    }
    const { options, key } = slot;
    if (!options.isObjectPattern()) {
      const session = `${options.isIdentifier() ? options.node.name : ''}.${key}`;
      return this.#uses(rewrite, membersOf(session, '?.'), session);
    }
    const name = localName(fn, 'session');
    const added = name === key ? key : `${key}: ${name}`;
    const grown = slot.type && isPartOf(slot.type.node, options.node) ? this.#memberWidth : 0;
    return [
      ...addToPattern(this.#text, options, added, style, grown),
      ...this.#uses(rewrite, membersOf(name, '?.'), name),
    ];
  }

  /** Overloads, function types and option types that have to know of the session too. */
  #declaration(rewrite: DeclarationRewrite): Edit[] {
    switch (rewrite.kind) {
      case 'signature': {
        const name = freeName(['session', 'signalSession'], namesUsedIn(rewrite.node.node));
        const parameter = `${name}${this.#sessionType([rewrite.node])}`;
        const opened = openTypeArguments(this.#text, rewrite.node, parameter, this.#style);
        return opened ?? this.#addParameter(rewrite.node, parameter);
      }
      case 'member': {
        const { node, key } = rewrite;
        const pattern = this.#analysis.rewrites
          .flatMap(({ how }) => (how.kind === 'receive' && how.slot.kind === 'key' ? [how.slot] : []))
          .find(({ type, options }) => type?.node === node && options.isObjectPattern());
        const grown = pattern && isPartOf(node, pattern.options.node) ? `, ${key}`.length : 0;
        const undefinedToo = this.#context.host.exactOptional ? ' | undefined' : '';
        const member = `${key}${this.#sessionType([])}${undefinedToo}`;
        return addTypeMembers(this.#text, node, [member], this.#style, grown);
      }
      case 'message': {
        const members = rewrite.keys.map((key) => `${key}?: string | undefined`);
        return addTypeMembers(this.#text, rewrite.node, members, this.#style);
      }
    }
  }

  /** `?: SessionInfo`, or nothing in JavaScript. */
  #sessionType(within: readonly NodePath[]): string {
    if (this.#file.language === 'js') return '';
    const type = this.#reader?.type;
    if (type === undefined) return `?: ${this.#writtenOut()}`;
    return `?: ${this.#imports.use(type.module, type.name, within, true)}`;
  }

  /** What a type beside a pattern grows by: `; session?: SessionInfo`. */
  get #memberWidth(): number {
    return `; session?: ${this.#reader?.type?.name ?? this.#writtenOut()}`.length;
  }

  #writtenOut(): string {
    const type = this.#context.host.exactOptional ? 'string | undefined' : 'string';
    return `{ ${ALL_SESSION_KEYS.map((key) => `${key}?: ${type}`).join('; ')} }`;
  }

  #uses(
    { fn, how, calls, handsOn }: FunctionRewrite,
    ids: IdExpressions,
    session: string | undefined,
    shift = '',
    grown = 0,
  ): Edit[] {
    const { language } = this.#file;
    const text = this.#text;
    const concise = how.kind === 'read' && fn.node.body.type !== 'BlockStatement' ? fn : undefined;
    const policy = this.#context.distinctId;
    const writing = {
      text,
      ids,
      policy,
      language,
      shift,
      isConcise: concise !== undefined,
      opensUp: (call: CallPath, added: readonly string[]): boolean =>
        this.#openings.opensUp(call, added, shift),
    };
    return [
      ...calls.flatMap((call) =>
        completeCall(call, { ...writing, style: this.#openings.styleAt(call.call.node) }),
      ),
      ...handsOn.flatMap((handOn) => {
        const condition = conditionAround(handOn.call)?.node;
        const others = handsOn.filter(
          (one) => one !== handOn && condition && conditionAround(one.call)?.node === condition,
        );
        const beside = others.reduce((sum, one) => sum + growthOf(one, ids, session), 0);
        const edits = this.#handOn(handOn, ids, session, { concise, shift, grown, beside });
        return [
          ...edits,
          ...chainedBehind(text, handOn.call, edits, this.#openings.styleAt(handOn.call.node)),
        ];
      }),
    ];
  }

  #handOn(
    { call, into, keys }: HelperCallRewrite,
    ids: IdExpressions,
    session: string | undefined,
    {
      concise,
      shift,
      grown,
      beside,
    }: { concise: NodePath<t.Function> | undefined; shift: string; grown: number; beside: number },
  ): Edit[] {
    const text = this.#text;
    const style = this.#openings.styleAt(call.node);
    const given = handedOn(keys, ids, session);
    const list = argumentList(text, call);
    const hanging = concise ? undefined : hangingCall(text, endOfChain(text, call), grown, beside);
    const isInside = standsInside(text, startWithAwait(text, call));
    const keepsLine = (growth: number): boolean =>
      concise ? this.#staysBehindReturn(concise, call, growth) : hanging === undefined && isInside;
    if (into.kind === 'position') {
      const padding = Array.from({ length: into.index - list.items.length }, () => 'undefined');
      const added = [...padding, given];
      if (this.#openings.opensUp(call, added, shift)) return [];
      const growth = `, ${added.join(', ')}`.length;
      const keepLine = keepsLine(growth);
      const isLong = !keepLine && !fitsOneLine(text, list, growth + grown + beside, style);
      const { depth, fits } = isLong && hanging ? leaving(text, hanging, growth, style) : NOT_LEAVING;
      if (isLong && !fits && given.startsWith('{') && isObjectHuggedAfter(text, list)) {
        const inner = indentWithin(hanging?.levels ?? [], depth, style);
        const outer = `${indentAt(text, list.open)}${shift}${inner}`;
        const last = [...padding, brokenUp(given, outer, style)];
        return [
          ...(hanging ? breakLevels(text, hanging, depth, style) : []),
          ...appendItems(text, list, last, style, { keepLine: true, shift }),
        ];
      }
      const behind =
        isLong && !fits && hanging ? breakUpBehind(text, call, { hanging, depth, growth }, style) : undefined;
      if (hanging && behind)
        return [
          ...breakLevels(text, hanging, depth, style),
          ...appendItems(text, list, added, style, { keepLine: true, shift }),
          ...behind,
        ];
      return appendItems(text, list, added, style, { keepLine, hanging, shift });
    }
    const property = given === into.key ? given : `${into.key}: ${given}`;
    const around = { keepLine: keepsLine(`, ${property}`.length), hanging, shift };
    if (!into.options) return appendItems(text, list, [`{ ${property} }`], style, around);
    return addOption(text, into.options, property, style, around);
  }

  /** Whether a call may keep its line in a concise body that becomes a block: it fits there, or is but a part of it. */
  #staysBehindReturn(fn: NodePath<t.Function>, call: CallPath, growth: number): boolean {
    const { indent, semicolons, tabWidth, width } = this.#style;
    const body = this.#text.slice(spanOf(fn.node.body).start, spanOf(fn.node).end);
    if (body.includes('\n')) return standsInside(this.#text, startWithAwait(this.#text, call));
    const outer = indentAt(this.#text, spanOf(fn.node).start);
    const line = `${outer}${indent}return ${body}${semicolons ? ';' : ''}`;
    const isPart = (call.parentPath?.isAwaitExpression() ? call.parent : call.node) !== fn.node.body;
    return isPart || widthOfLine(line, tabWidth) + growth <= width;
  }

  #addParameter(
    fn: NodePath<t.Function> | NodePath<SignatureNode>,
    parameter: string,
    keepLine = false,
  ): Edit[] {
    // The lines of a concise body move when it becomes a block, and an argument may be laid out with others.
    const isMoved = this.#analysis.rewrites.some(
      ({ fn: { node } }) =>
        node.body.type !== 'BlockStatement' && node !== fn.node && isPartOf(fn.node, node),
    );
    const opens = (before: Span): boolean => !isMoved && fn.listKey !== 'arguments' && this.#opens(before);
    return addParameter(this.#text, fn, parameter, this.#openings.styleAt(fn.node), { keepLine, opens });
  }

  /** Whether a formatter is going to move the lines of a parameter, and no other change of ours stands in them. */
  #opens(parameter: Span): boolean {
    if (!this.#context.isFormatted) return false;
    const { rewrites, syncHeaders, declarations } = this.#analysis;
    const changed: t.Node[] = [
      ...rewrites.flatMap(({ fn, calls, handsOn }) => [
        fn.node,
        ...[...calls, ...handsOn].map(({ call }) => call.node),
      ]),
      ...syncHeaders.map(({ call }) => call.node),
      ...declarations.map((one) => (one.kind === 'signature' ? one.node.node : one.node)),
    ];
    return changed.every((node) => {
      const { start } = spanOf(node);
      return start < parameter.start || parameter.end <= start;
    });
  }

  #sourceExpression(
    fn: NodePath<t.Function>,
    source: SessionSource,
  ): { expression: string; edits: Edit[]; after: NodePath<t.Statement> | undefined } {
    const done = (expression: string, edits: Edit[] = [], after?: NodePath<t.Statement>) => ({
      expression,
      edits,
      after,
    });
    switch (source.kind) {
      case 'expression':
        return done(source.expression);
      case 'awaited-headers':
        return done(source.name, [], source.statement);
      case 'await-headers': {
        const name = this.#imports.use({ kind: 'package', specifier: 'next/headers' }, 'headers', [fn]);
        return done(`await ${name}()`, source.makesAsync ? [makeAsync(fn)] : []);
      }
      case 'add-parameter': {
        const name = localName(fn, source.baseName);
        const parameter = `${name}${this.#parameterType(fn, source.typeName)}`;
        return done(`${name}${source.member}`, this.#addParameter(fn, parameter));
      }
      case 'add-context-parameter': {
        const name = localName(fn, 'ctx');
        const parameter = name === 'ctx' ? '{ ctx }' : `{ ctx: ${name} }`;
        return done(`${name}${source.member}`, this.#addParameter(fn, parameter));
      }
      case 'complete-pattern': {
        const name = freeName(
          [source.key, ...(ALIASES[source.key] ?? []), prefixed(source.key)],
          namesUsedIn(fn.node),
        );
        const added = name === source.key ? name : `${source.key}: ${name}`;
        const edits = addToPattern(this.#text, source.pattern, added, this.#style);
        return done(`${name}${source.member}`, edits);
      }
    }
  }

  #parameterType(
    fn: NodePath<t.Function>,
    type: Extract<SessionSource, { kind: 'add-parameter' }>['typeName'],
  ): string {
    if (this.#file.language === 'js') return '';
    switch (type) {
      case 'contextual':
        return '';
      case 'web-request':
        return `: ${this.#nextRequestName(fn) ?? 'Request'}`;
      case 'header-owner':
        return ': { headers: Record<string, string | string[] | undefined> }';
      case 'AppContext':
        return `: ${this.#imports.use({ kind: 'package', specifier: 'next/app' }, type, [fn], true)}`;
      case 'NextApiRequest':
      case 'GetServerSidePropsContext':
      case 'NextPageContext':
        return `: ${this.#imports.use({ kind: 'package', specifier: 'next' }, type, [fn], true)}`;
    }
  }

  /** The file's own `NextRequest`, where it imports one. */
  #nextRequestName(fn: NodePath<t.Function>): string | undefined {
    const imports = this.#file.ast.program.body.flatMap((one) =>
      one.type === 'ImportDeclaration' && one.source.value === 'next/server' ? one.specifiers : [],
    );
    const imported = imports.some(
      (one) =>
        one.type === 'ImportSpecifier' &&
        one.imported.type === 'Identifier' &&
        one.imported.name === 'NextRequest',
    );
    return imported
      ? this.#imports.use({ kind: 'package', specifier: 'next/server' }, 'NextRequest', [fn], true)
      : undefined;
  }

  #readerName(reads: SourceKind | 'any', fn: NodePath<t.Function>): string {
    if (this.#reader === undefined) throw new Error(`nothing can be read in ${this.#file.path}`);
    const { narrow, exportName, module } = this.#reader;
    const name = reads !== 'any' && narrow?.accepts.includes(reads) ? narrow.exportName : exportName;
    return this.#imports.use(module, name, [fn]);
  }

  #statement(fn: NodePath<t.Function>, statement: string, after: NodePath<t.Statement> | undefined): Edit[] {
    return after
      ? insertAfter(this.#text, after, statement, this.#style)
      : insertFirst(this.#text, fn, statement, this.#style);
  }

  /** `const left = call(argument)` on one line, or broken as Prettier would where it passes the print width. */
  #fitted(
    fn: NodePath<t.Function>,
    left: readonly string[] | string,
    call: string,
    argument: string,
  ): string {
    const { eol, tabWidth, trailingComma, trailingCommaInCalls, width } = this.#openings.styleAt(fn.node);
    const indent = `${indentAt(this.#text, spanOf(fn.node).start)}${this.#style.indent}`;
    const inner = `${eol}${indent}${this.#style.indent}`;
    const comma = trailingComma ? ',' : '';
    const fits = (line: string): boolean => widthOfLine(`${indent}${line}`, tabWidth) <= width;
    const flat = `const ${typeof left === 'string' ? left : `{ ${left.join(', ')} }`}`;
    if (fits(`${flat} = ${call}(${argument});`)) return `${flat} = ${call}(${argument})`;
    const isLone = /^[\w$]+$/.test(argument);
    // A pattern of three or more with a renamed one is broken up before anything else is.
    const isComplex = typeof left !== 'string' && left.length > 2 && left.some((one) => one.includes(':'));
    if (!isComplex && isLone && fits(`${flat} =`)) return `${flat} =${inner}${call}(${argument})`;
    if (!isComplex && !isLone && fits(`${flat} = ${call}(`))
      return `${flat} = ${call}(${inner}${argument}${trailingCommaInCalls ? ',' : ''}${eol}${indent})`;
    if (typeof left === 'string') return `${flat} = ${call}(${argument})`;
    return `const {${left.map((one) => `${inner}${one}`).join(',')}${comma}${eol}${indent}} = ${call}(${argument})`;
  }
}

/** Each of several calls in a list breaks it up; what indents a line may do so twice. */
function withoutRepeatedBreaks(edits: readonly Edit[]): Edit[] {
  const breaks = new Set<string>();
  return edits.filter(({ start, end, text }) => {
    const key = JSON.stringify([start, end, text]);
    if (!text.includes('\n')) return true;
    if (breaks.has(key)) return false;
    breaks.add(key);
    return true;
  });
}

/** `{ a, b }` with one property a line. */
function brokenUp(literal: string, outer: string, { eol, indent, trailingComma }: FileStyle): string {
  const lines = literal
    .slice(2, -2)
    .split(', ')
    .map((one) => `${eol}${outer}${indent}${one}`);
  return `{${lines.join(',')}${trailingComma ? ',' : ''}${eol}${outer}}`;
}

/** Whether an object behind the items is broken up in their line; beside another object it gets a line of its own. */
function isObjectHuggedAfter(text: string, { items }: ListText): boolean {
  const last = items.at(-1);
  return last !== undefined && !text.slice(last.start, last.end).startsWith('{');
}

/** The argument that carries the session into a helper; without the distinct id where it is called for somebody else. */
function handedOn(keys: readonly SessionKey[], ids: IdExpressions, session: string | undefined): string {
  if (session !== undefined)
    return keys.length === ALL_SESSION_KEYS.length ? session : `{ ...${session}, distinctId: undefined }`;
  const parts = keys.flatMap((key) => {
    const expression = ids[key];
    if (expression === undefined) return [];
    return [expression === key ? key : `${key}: ${expression}`];
  });
  return `{ ${parts.join(', ')} }`;
}

/** How many characters a call gains that hands the session on, while it stays on its line. */
function growthOf(
  { call, into, keys }: HelperCallRewrite,
  ids: IdExpressions,
  session: string | undefined,
): number {
  const given = handedOn(keys, ids, session);
  if (into.kind === 'key') return `, ${into.key}: ${given}`.length;
  const padding = Array.from({ length: into.index - argumentsOf(call).length }, () => 'undefined');
  return `, ${[...padding, given].join(', ')}`.length;
}

function rankOf({ how }: FunctionRewrite): number {
  return how.kind === 'receive' ? 1 : 0;
}

function membersOf(session: string, access: '.' | '?.'): Required<IdExpressions> {
  return {
    sessionId: `${session}${access}sessionId`,
    windowId: `${session}${access}windowId`,
    distinctId: `${session}${access}distinctId`,
  };
}

/** The ids that a function uses, in the order in which they are read. */
function neededKeys({ calls, handsOn }: FunctionRewrite): SessionKey[] {
  const needed = new Set<SessionKey>([
    ...calls.flatMap(({ targets }) => targets.flatMap(({ missing }) => missing)),
    ...handsOn.flatMap(({ keys }) => keys),
  ]);
  return ALL_SESSION_KEYS.filter((key) => needed.has(key));
}

function readsOf(source: SessionSource): SourceKind | 'any' {
  switch (source.kind) {
    case 'expression':
    case 'add-parameter':
    case 'add-context-parameter':
    case 'complete-pattern':
      return source.reads;
    case 'awaited-headers':
    case 'await-headers':
      return 'headers';
  }
}

function makeAsync(fn: NodePath<t.Function>): Edit {
  const { start } = spanOf(fn.node);
  return { start, end: start, text: 'async ' };
}

/** `headers()` becomes `await headers()`, in parentheses where something is read off it. */
function awaitCall(call: NodePath<t.CallExpression>): Edit[] {
  const { start, end } = spanOf(call.node);
  const { type } = call.parent;
  const needsBrackets = /^(?:Optional)?MemberExpression$|^TS(?:As|Satisfies|NonNull)Expression$/.test(type);
  if (!needsBrackets) return [{ start, end: start, text: 'await ' }];
  return [
    { start, end: start, text: '(await ' },
    { start: end, end, text: ')' },
  ];
}
