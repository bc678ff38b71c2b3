import { inert } from '../report/inert.js';
import { colorsOf, type Environment, type Terminal, terminalOf } from '../report/terminal.js';
import { type Asker, createAsker } from '../runner/ask.js';
import { EXIT_USAGE } from '../runner/exit-codes.js';
import { reasonOf } from '../runner/files.js';

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

/**
 * The process's own streams. A reader that goes away early (`| head`) ends the output, not the command; results that
 * cannot be printed for another reason also set the exit code.
 */
export function processConsole(): Console {
  const { stdin, stdout, stderr, env } = process;
  const resultTerminal = terminalOf(stdout, env);
  const talkTerminal = terminalOf(stderr, env);
  const say = (text: string): void => void stderr.write(withLineBreak(painted(inert(text), talkTerminal)));
  // There is nowhere left to say that talk is lost.
  stderr.on('error', () => {});
  let isLost = false;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (isLost || error.code === 'EPIPE') return;
    isLost = true;
    process.exitCode = EXIT_USAGE;
    say(
      `error: the output on stdout ${reasonOf(error)}, so not all of it was printed. Send it elsewhere, or make room for it, and run the command again.`,
    );
  });
  return {
    result: (text) => void stdout.write(withLineBreak(text)),
    say,
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
