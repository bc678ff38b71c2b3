import { type Terminal, terminalOf } from '../report/terminal.js';
import { type Asker, createAsker } from '../runner/ask.js';

/** Where a command speaks: results go to stdout, talk goes to stderr. */
export interface Console {
  result(text: string): void;
  say(text: string): void;
  readonly resultTerminal: Terminal;
  readonly talkTerminal: Terminal;
  readonly asker: Asker;
}

/** The process's own streams. A reader that goes away early (`| head`) ends the output, not the command. */
export function processConsole({ yes }: { readonly yes: boolean }): Console {
  const { stdin, stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  return {
    result: (text) => void stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    say: (text) => void stderr.write(text.endsWith('\n') ? text : `${text}\n`),
    resultTerminal: terminalOf(stdout, env),
    talkTerminal: terminalOf(stderr, env),
    asker: createAsker({ stdin, stderr, env, yes }),
  };
}
