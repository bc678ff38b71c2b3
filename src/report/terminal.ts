import pc from 'picocolors';

/** What the place that text is printed to can show. One for each stream: stdout may be a file while stderr is not. */
export interface Terminal {
  /** Columns. Lines of the source as it is are never cut wider. */
  readonly width: number;
  /** Whether sentences are broken, and lines to add cut, at `width`; in a file or a pipe they stay whole, for grep. */
  readonly wrap: boolean;
  readonly colour: boolean;
  readonly unicode: boolean;
}

export type Colors = ReturnType<typeof pc.createColors>;

/** The part of a stream that matters here. */
export interface StreamFacts {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

const WIDTH_OF_A_FILE = 120;
const WIDTH_OF_A_SHY_TERMINAL = 80;

/** The variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the facts off a stream and the environment (`NO_COLOR`, `FORCE_COLOR`, `TERM`, the locale). */
export function terminalOf(
  stream: StreamFacts,
  env: Environment,
  platform: NodeJS.Platform = process.platform,
): Terminal {
  const isTerminal = stream.isTTY === true;
  // Some pseudo terminals say they have 0 columns.
  const width = isTerminal ? stream.columns || WIDTH_OF_A_SHY_TERMINAL : WIDTH_OF_A_FILE;
  return { width, wrap: isTerminal, colour: hasColour(isTerminal, env), unicode: hasUnicode(env, platform) };
}

function hasColour(isTerminal: boolean, env: Environment): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}

function hasUnicode(env: Environment, platform: NodeJS.Platform): boolean {
  if (platform === 'win32') return Boolean(env.WT_SESSION) || env.TERM_PROGRAM === 'vscode';
  if (env.TERM === 'linux') return false;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  return locale === undefined ? platform === 'darwin' : /utf-?8/i.test(locale);
}

export function colorsOf(terminal: Terminal): Colors {
  return pc.createColors(terminal.colour);
}
