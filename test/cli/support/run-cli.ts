import { PassThrough } from 'node:stream';
import { run } from '../../../src/cli.js';
import type { Console } from '../../../src/commands/console.js';
import type { Terminal } from '../../../src/report/terminal.js';
import { type Asker, createAsker } from '../../../src/runner/ask.js';
import type { ExitCode } from '../../../src/runner/exit-codes.js';

export interface CliResult {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  /** Answers the questions as a person on a terminal would; without it there is no terminal. */
  readonly answer?: (message: string) => boolean | string;
  /** The variables of the process; none by default, whatever service runs the tests. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where the output is shown; a plain file by default. */
  readonly terminal?: Terminal;
}

const PLAIN = { width: 120, wrap: false, colour: false, unicode: false };

/** Runs the command line in this process, as if in the folder `cwd`: the commands it advises are shown without it. */
export async function cli(
  cwd: string,
  args: readonly string[],
  options: CliOptions = {},
): Promise<CliResult> {
  const result = await bareCli([...args, '--cwd', cwd], options);
  return { ...result, stdout: withoutCwd(result.stdout, cwd), stderr: withoutCwd(result.stderr, cwd) };
}

/** The same without a folder, for what needs none. */
export async function bareCli(
  args: readonly string[],
  { answer, env = {}, terminal = PLAIN }: CliOptions = {},
): Promise<CliResult> {
  let stdout = '';
  let stderr = '';
  const line = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);
  const console: Console = {
    result: (text) => {
      stdout += line(text);
    },
    say: (text) => {
      stderr += line(text);
    },
    resultTerminal: terminal,
    talkTerminal: terminal,
    env,
    asker: ({ yes }) => (answer && !yes ? personWho(answer) : unattended(yes)),
  };
  const code = await run(['node', 'signal-next', ...args], console);
  return { code, stdout, stderr };
}

function withoutCwd(text: string, cwd: string): string {
  return text.replaceAll(` --cwd ${cwd}`, '');
}

function personWho(answer: (message: string) => boolean | string): Asker {
  return {
    interactive: true,
    confirm: async ({ message }) => answer(message) === true,
    text: async ({ message }) => String(answer(message)),
    select: async ({ message }) => String(answer(message)),
  };
}

function unattended(yes: boolean): Asker {
  return createAsker({ stdin: new PassThrough(), stderr: new PassThrough(), env: {}, yes });
}
