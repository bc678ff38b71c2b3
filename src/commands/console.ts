import { inert } from '../report/inert.js';
import { colorsOf, type Environment, type Terminal, terminalOf } from '../report/terminal.js';
import { type Asker, createAsker } from '../runner/ask.js';

export type { Environment };

/** Where a command speaks: results go to stdout, talk and questions to stderr. */
export interface Console {
  result(text: string): void;
  say(text: string): void;
  readonly resultTerminal: Terminal;
  readonly talkTerminal: Terminal;
  readonly env: Environment;
  /** Who answers the questions: the person, or `--yes`. */
  asker(options: { readonly yes: boolean }): Asker;
}

/** The process's own streams. A reader that goes away early (`| head`) ends the output, not the command. */
export function processConsole(): Console {
  const { stdin, stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const resultTerminal = terminalOf(stdout, env);
  const talkTerminal = terminalOf(stderr, env);
  return {
    result: (text) => void stdout.write(withLineBreak(text)),
    say: (text) => void stderr.write(withLineBreak(painted(inert(text), talkTerminal))),
    resultTerminal,
    talkTerminal,
    env,
    asker: ({ yes }) => createAsker({ stdin, stderr, env, yes }),
  };
}

function withLineBreak(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** The word that says what kind of message this is, in its colour. */
function painted(text: string, terminal: Terminal): string {
  const colors = colorsOf(terminal);
  return text
    .replace(/^error:/, (word) => colors.bold(colors.red(word)))
    .replace(/^(?:warning|left alone):/, (word) => colors.bold(colors.yellow(word)))
    .replace(/^note:/, (word) => colors.bold(colors.cyan(word)));
}
