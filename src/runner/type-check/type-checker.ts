import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Diagnostic, TypeCheckFailure } from './model.js';
import { type Reply, type Request, replyOf } from './protocol.js';

export interface TypeCheckerOptions {
  /** The script to run; by default the one that is built with the command line. */
  readonly script?: string | undefined;
  /** How long all checks together may take; without an end where it is undefined. */
  readonly seconds: number | undefined;
  /** A file as it is on disk. */
  textOf(path: string): string | undefined;
}

/** The project's own TypeScript in a process of its own, which keeps what it knows from check to check. */
export class TypeChecker {
  readonly #child: ChildProcess;
  readonly #options: TypeCheckerOptions;
  readonly #timer: NodeJS.Timeout | undefined;
  #stderr = '';
  #failure: TypeCheckFailure | undefined;
  #answer: ((reply: Reply | TypeCheckFailure) => void) | undefined;

  private constructor(script: string, options: TypeCheckerOptions) {
    this.#options = options;
    this.#child = fork(script, [], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
    const { seconds } = options;
    if (seconds !== undefined)
      this.#timer = setTimeout(() => this.#fail(`it took longer than ${seconds} seconds`), seconds * 1000);
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-4000);
    });
    this.#child.on('message', (message) => this.#settle(replyOf(message)));
    this.#child.on('error', (error) => this.#fail(`it could not be started: ${error.message}`));
    this.#child.on('close', (code, signal) => this.#fail(this.#describeEnd(code, signal)));
  }

  /**
   * Starts the process and lets it load TypeScript.
   * @throws TypeCheckFailure
   */
  static async start(
    request: Extract<Request, { kind: 'open' }>,
    options: TypeCheckerOptions,
  ): Promise<TypeChecker> {
    const checker = new TypeChecker(options.script ?? builtScript(), options);
    try {
      await checker.#ask(request);
    } catch (error) {
      checker.close();
      throw error;
    }
    return checker;
  }

  /**
   * All errors of the project with these texts in the place of those on disk.
   * @throws TypeCheckFailure when the process ends, answers nonsense or is out of time.
   */
  readonly diagnose = async (texts: ReadonlyMap<string, string>): Promise<Diagnostic[]> => {
    const reply = await this.#ask({ kind: 'check', texts: [...texts] });
    if (reply.kind !== 'checked') throw this.#fail('its answer could not be understood');
    // TypeScript counts from behind a BOM.
    const shiftOf = (path: string): number =>
      (texts.get(path) ?? this.#options.textOf(path) ?? '').startsWith('\uFEFF') ? 1 : 0;
    return reply.diagnostics.map(({ path, start, related, ...rest }) => ({
      path,
      start: start + shiftOf(path),
      related: related.map((one) => ({ path: one.path, start: one.start + shiftOf(one.path) })),
      ...rest,
    }));
  };

  /** Ends the process. */
  close(): void {
    this.#fail('it was ended');
  }

  #ask(request: Request): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (this.#failure) {
        reject(this.#failure);
        return;
      }
      this.#answer = (reply) => {
        this.#answer = undefined;
        if (reply instanceof TypeCheckFailure) reject(reply);
        else resolve(reply);
      };
      this.#child.send(request, (error) => {
        if (error) this.#fail(`it could not be asked: ${error.message}`);
      });
    });
  }

  #settle(reply: Reply | undefined): void {
    if (reply === undefined) this.#fail('its answer could not be understood');
    else if (reply.kind === 'failed') this.#fail(firstLine(reply.message));
    else this.#answer?.(reply);
  }

  /** The first failure ends the process, and is that of every question from then on. */
  #fail(why: string): TypeCheckFailure {
    if (this.#failure) return this.#failure;
    this.#failure = new TypeCheckFailure(why);
    clearTimeout(this.#timer);
    this.#child.kill('SIGKILL');
    this.#answer?.(this.#failure);
    return this.#failure;
  }

  #describeEnd(code: number | null, signal: NodeJS.Signals | null): string {
    const heap = /JavaScript heap out of memory/.test(this.#stderr);
    if (heap) return 'it ran out of memory (NODE_OPTIONS=--max-old-space-size=8192 gives it more)';
    const said = firstLine(/^\w*Error.*$/m.exec(this.#stderr)?.[0] ?? this.#stderr);
    return `it ended with ${signal ?? `exit code ${code}`}${said === '' ? '' : `: ${said}`}`;
  }
}

function firstLine(text: string): string {
  return (text.trim().split('\n')[0] ?? '').slice(0, 300);
}

/** Beside the file that this is in when it is built. */
function builtScript(): string {
  const own = fileURLToPath(import.meta.url);
  const found = join(dirname(own), `type-check${extname(own)}`);
  if (!existsSync(found)) throw new TypeCheckFailure(`${found} is missing`);
  return found;
}
