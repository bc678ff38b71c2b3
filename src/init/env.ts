import { parse } from 'dotenv';
import type { PlannedChange } from '../runner/plan.js';

/** A variable that Signal reads. */
export interface WantedVariable {
  readonly key: string;
  /** What `.env.local` gets; empty where only the person knows it. */
  readonly value: string;
  /** What the example file gets; empty by default. */
  readonly example?: string;
  /** The variable whose value it takes instead where that one is set: browser and server send to one project. */
  readonly sameAs?: string;
  /** One line above it, without `#`. */
  readonly comment?: string;
}

export interface EnvText {
  readonly path: string;
  readonly text: string;
}

export interface EnvPlan {
  readonly changes: PlannedChange[];
  /** What the person should know: values that stay, and which file wins. */
  readonly notes: string[];
}

/** The variables that the generated files read. */
export const SIGNAL_VARIABLES: readonly WantedVariable[] = [
  { key: 'SIGNAL_API_KEY', value: '', comment: 'Signal, on the server' },
  {
    key: 'SIGNAL_PROJECT_ID',
    value: 'default',
    example: 'default',
    sameAs: 'NEXT_PUBLIC_SIGNAL_PROJECT_ID',
  },
  {
    key: 'NEXT_PUBLIC_SIGNAL_API_KEY',
    value: '',
    comment: 'Signal, in the browser: everyone can read these, so use a key that may only write',
  },
  {
    key: 'NEXT_PUBLIC_SIGNAL_PROJECT_ID',
    value: 'default',
    example: 'default',
    sameAs: 'SIGNAL_PROJECT_ID',
  },
  {
    key: 'NEXT_PUBLIC_SIGNAL_ENDPOINT',
    value: 'https://api.trysignal.ai/',
    example: 'https://api.trysignal.ai/',
  },
];

/** Strongest first, as `@next/env` loads them. */
const LOAD_ORDER = {
  development: ['.env.development.local', '.env.local', '.env.development', '.env'],
  production: ['.env.production.local', '.env.local', '.env.production', '.env'],
} as const;

const LOADED = new Set<string>([...LOAD_ORDER.development, ...LOAD_ORDER.production]);
const EXAMPLE = /^\.env(?:\.local)?\.(?:example|sample|template)$/;

/**
 * Plans which variables go into `.env.local` and the example file. Nothing that is set is changed, and what another
 * file sets is not set again, because `.env.local` would win over it. Files are created only where the project has
 * env files already, or `createMissing` says so.
 */
export function planEnv({
  files,
  wanted,
  createMissing,
}: {
  readonly files: readonly EnvText[];
  readonly wanted: readonly WantedVariable[];
  readonly createMissing: boolean;
}): EnvPlan {
  const mayCreate = createMissing || files.length > 0;
  const loaded = files.filter(({ path }) => LOADED.has(path));
  const isSet = ({ key }: WantedVariable): boolean =>
    loaded.some((file) => Object.hasOwn(parse(file.text), key));
  const unset = wanted
    .filter((variable) => !isSet(variable))
    .map((variable) => ({
      ...variable,
      value: (variable.sameAs && valueInUse(variable.sameAs, files)) || variable.value,
    }));
  const example = files.find(({ path }) => EXAMPLE.test(path));
  const known = example ? parse(example.text) : {};

  const plans = [
    addition(
      files.find(({ path }) => path === '.env.local'),
      '.env.local',
      unset,
      wanted,
      mayCreate,
    ),
    addition(
      example,
      example?.path ?? '.env.example',
      wanted
        .filter(({ key }) => !Object.hasOwn(known, key))
        .map((variable) => ({ ...variable, value: variable.example ?? '' })),
      wanted,
      mayCreate,
    ),
  ];
  return {
    changes: plans.flatMap(({ changes }) => changes),
    notes: [
      ...wanted.filter(isSet).map(({ key }) => standing(key, loaded)),
      ...plans.flatMap(({ notes }) => notes),
    ],
  };
}

function addition(
  file: EnvText | undefined,
  path: string,
  missing: readonly WantedVariable[],
  wanted: readonly WantedVariable[],
  mayCreate: boolean,
): EnvPlan {
  if (missing.length === 0 || (!file && !mayCreate)) return { changes: [], notes: [] };
  const keys = missing.map(({ key }) => key).join(', ');
  if (!file) {
    const text = `${lines(missing).join('\n')}\n`;
    return { changes: [{ kind: 'create', path, text, summary: `set ${keys}` }], notes: [] };
  }
  const text = appended(file.text, missing, wanted);
  if (!keepsValues(file.text, file.text + text, missing)) {
    const note = `${path}: the last value looks unfinished, so nothing was added; close its quotes, then add ${keys}.`;
    return { changes: [], notes: [note] };
  }
  const at = file.text.length;
  const edits = [{ start: at, end: at, text }];
  return { changes: [{ kind: 'edit', path, before: file.text, edits, summary: `add ${keys}` }], notes: [] };
}

/** What goes behind `text`, so that it ends as it did: with a line break, or without one. */
function appended(
  text: string,
  missing: readonly WantedVariable[],
  wanted: readonly WantedVariable[],
): string {
  const eol = /\r\n/.test(text) ? '\r\n' : '\n';
  const block = lines(missing).join(eol);
  const content = text.replace(/^\uFEFF/, '');
  if (content.trim() === '') return `${block}${eol}`;
  const lastLine = content.trimEnd().split(/\r?\n/).at(-1) ?? '';
  const joinsOurs = wanted.some(({ key }) =>
    lastLine
      .replace(/^\s*export\s+/, '')
      .trimStart()
      .startsWith(`${key}=`),
  );
  const endsInBlankLine = /\n[ \t]*\r?\n[ \t]*$/.test(content);
  const gap = joinsOurs || endsInBlankLine ? '' : eol;
  return /\n[ \t]*$/.test(content) ? `${gap}${block}${eol}` : `${eol}${gap}${block}`;
}

function lines(variables: readonly WantedVariable[]): string[] {
  return variables.flatMap(({ key, value, comment }) => [
    ...(comment === undefined ? [] : [`# ${comment}`]),
    `${key}=${quoted(value)}`,
  ]);
}

/** `$` is escaped in every kind of quotes, because Next.js expands it in all of them. */
function quoted(value: string): string {
  if (/^[\w./:@+,=-]*$/.test(value)) return value;
  const escaped = value.replaceAll('$', '\\$');
  const quote = ["'", '"', '`'].find((candidate) => !value.includes(candidate)) ?? "'";
  return `${quote}${escaped}${quote}`;
}

/** An unfinished quote above could swallow the new lines or be closed by them. */
function keepsValues(before: string, after: string, added: readonly WantedVariable[]): boolean {
  const had = parse(before);
  const has = parse(after);
  return (
    Object.entries(had).every(([key, value]) => has[key] === value) &&
    added.every(({ key }) => Object.hasOwn(has, key)) &&
    Object.keys(has).length === Object.keys(had).length + added.length
  );
}

/** One sentence on a variable that is set: where, and which file wins. */
function standing(key: string, loaded: readonly EnvText[]): string {
  const setters = (order: readonly string[]): string[] =>
    order.filter((path) => loaded.some((file) => file.path === path && Object.hasOwn(parse(file.text), key)));
  const [inDevelopment, ...weakerInDevelopment] = setters(LOAD_ORDER.development);
  const [inProduction, ...weakerInProduction] = setters(LOAD_ORDER.production);
  if (inDevelopment !== undefined && inDevelopment === inProduction) {
    const weaker = [...new Set([...weakerInDevelopment, ...weakerInProduction])];
    const over = weaker.length === 0 ? '' : `, which wins over ${weaker.join(' and ')}`;
    const empty = valueIn(inDevelopment, key, loaded) === '' ? ' It is empty there: fill it in.' : '';
    return `${key} stays as it is in ${inDevelopment}${over}.${empty}`;
  }
  const one = (file: string | undefined, mode: string): string =>
    file === undefined ? `is not set in ${mode}` : `comes from ${file} in ${mode}`;
  return `${key} ${one(inDevelopment, 'development')} and ${one(inProduction, 'production')}; both stay as they are.`;
}

function valueInUse(key: string, files: readonly EnvText[]): string | undefined {
  return LOAD_ORDER.production.map((path) => valueIn(path, key, files)).find((value) => value !== undefined);
}

function valueIn(path: string, key: string, files: readonly EnvText[]): string | undefined {
  const file = files.find((candidate) => candidate.path === path);
  return file && parse(file.text)[key];
}
