import { type Terminal, terminalOf } from '../report/terminal.js';
import { type Asker, createAsker } from '../runner/ask.js';

/** Where a command speaks: results go to stdout, talk and questions to stderr. */
export interface Console {
  result(text: string): void;
  say(text: string): void;
  readonly resultTerminal: Terminal;
  readonly talkTerminal: Terminal;
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
  return {
    result: (text) => void stdout.write(withLineBreak(text)),
    say: (text) => void stderr.write(withLineBreak(text)),
    resultTerminal: terminalOf(stdout, env),
    talkTerminal: terminalOf(stderr, env),
    asker: ({ yes }) => createAsker({ stdin, stderr, env, yes }),
  };
}

function withLineBreak(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
