import type { PromptObject } from 'prompts';
import { Cancelled, UsageError } from './errors.js';
import { EXIT_USAGE } from './exit-codes.js';

export interface AskerOptions {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  /** Questions are drawn here; stdout carries results only. */
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `--yes`: every confirmation is answered with yes, every other question with its default. */
  readonly yes: boolean;
}

interface Question<Answer> {
  readonly message: string;
  /** The answer when nobody can be asked, and the one the prompt offers. Without it an unattended run ends. */
  readonly default: Answer | undefined;
  /** The flag that would have answered, as typed: `--yes`, `--app <dir>`. */
  readonly flag: string;
}

export type ConfirmQuestion = Question<boolean>;
export type TextQuestion = Question<string>;
export interface SelectQuestion extends Question<string> {
  readonly choices: readonly {
    readonly title: string;
    readonly value: string;
    readonly description?: string;
  }[];
}

/**
 * Asks the person, or answers for them. Each method
 * @throws UsageError naming the flag when nobody can be asked and there is no default, or when input ends
 * @throws Cancelled on Ctrl-C, Ctrl-D or Escape
 */
export interface Asker {
  /** Whether questions reach a person. */
  readonly interactive: boolean;
  confirm(question: ConfirmQuestion): Promise<boolean>;
  text(question: TextQuestion): Promise<string>;
  select(question: SelectQuestion): Promise<string>;
}

export function createAsker(options: AskerOptions): Asker {
  const { stdin, stderr, env, yes } = options;
  const interactive = !yes && stdin.isTTY === true && stderr.isTTY === true && !isContinuousIntegration(env);

  /** Undefined when the person is to be asked. */
  function unattended<Answer>({ message, default: answer, flag }: Question<Answer>): Answer | undefined {
    if (interactive) return undefined;
    if (answer !== undefined) return answer;
    throw new UsageError(
      `"${message}" needs an answer, and there is no terminal to ask it on. Answer it with ${flag}.`,
    );
  }

  async function ask(
    prompt: Omit<PromptObject<'answer'>, 'name' | 'stdin' | 'stdout'>,
    flag: string,
  ): Promise<unknown> {
    const { default: prompts } = await import('prompts');
    return untilInputEnds(options, { message: String(prompt.message), flag }, () =>
      prompts(
        // A fresh object each time, because prompts writes into it. Its types ask for a whole Readable.
        { ...prompt, name: 'answer', stdin, stdout: stderr } as PromptObject<'answer'>,
        {
          onCancel: () => {
            throw new Cancelled();
          },
        },
      ).then(({ answer }): unknown => answer),
    );
  }

  return {
    interactive,
    async confirm(question) {
      if (yes) return true;
      const known = unattended(question);
      if (known !== undefined) return known;
      const { message, default: initial = false, flag } = question;
      return (await ask({ type: 'confirm', message, initial }, flag)) === true;
    },
    async text(question) {
      const known = unattended(question);
      if (known !== undefined) return known;
      const { message, default: initial = '', flag } = question;
      return String(await ask({ type: 'text', message, initial }, flag));
    },
    async select(question) {
      const known = unattended(question);
      if (known !== undefined) return known;
      const { message, choices, flag } = question;
      const initial = Math.max(
        0,
        choices.findIndex(({ value }) => value === question.default),
      );
      const offered = choices.map((choice) => ({ ...choice }));
      return String(await ask({ type: 'select', message, choices: offered, initial }, flag));
    },
  };
}

/**
 * Settles with the answer, or fails when input ends first: `prompts` 2.4.2 then never settles, and Node would leave
 * with exit code 0 as if all were done.
 */
async function untilInputEnds<Answer>(
  { stdin, stderr }: AskerOptions,
  { message, flag }: { readonly message: string; readonly flag: string },
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const ended = new UsageError(
    `Input ended before "${message}" was answered. Nothing was written. Answer it with ${flag}.`,
  );
  if (isOver(stdin)) throw ended;
  // A loop that drains while the question is open must not look like success, whatever made it drain.
  const guard = (): void => {
    process.exitCode = EXIT_USAGE;
    stderr.write(`\n${ended.message}\n`);
  };
  const inputEnd = watchForEnd(stdin);
  process.once('beforeExit', guard);
  try {
    return await Promise.race([
      ask(),
      inputEnd.reached.then(() => {
        throw ended;
      }),
    ]);
  } finally {
    process.removeListener('beforeExit', guard);
    inputEnd.stop();
  }
}

const ENDINGS = ['end', 'close', 'error'];
/** What a raw terminal hands over for an end of input that was typed before it became raw. */
const END_TYPED_AHEAD = '\0';

/** `reached` resolves when no more input will come; the open prompt has then put the terminal back in order. */
function watchForEnd(stdin: NodeJS.ReadableStream): { readonly reached: Promise<void>; stop(): void } {
  let stop = (): void => {};
  const reached = new Promise<void>((resolve) => {
    const end = (): void => {
      stop();
      // A terminal that went away cannot be reset; that must not become an uncaught error.
      stdin.on('error', () => {});
      resolve();
      stdin.emit('keypress', '', { name: 'd', ctrl: true });
    };
    const onKey = (_: unknown, key: { readonly sequence?: string } | undefined): void => {
      if (key?.sequence === END_TYPED_AHEAD) end();
    };
    stop = (): void => {
      for (const event of ENDINGS) stdin.removeListener(event, end);
      stdin.removeListener('keypress', onKey);
    };
    for (const event of ENDINGS) stdin.on(event, end);
    stdin.on('keypress', onKey);
  });
  return { reached, stop };
}

function isOver(stdin: NodeJS.ReadableStream): boolean {
  return (
    ('readableEnded' in stdin && stdin.readableEnded === true) ||
    ('destroyed' in stdin && stdin.destroyed === true)
  );
}

const CI_VARIABLES = [
  'CI',
  'CONTINUOUS_INTEGRATION',
  'GITHUB_ACTIONS',
  'TF_BUILD',
  'TEAMCITY_VERSION',
  'JENKINS_URL',
];

function isContinuousIntegration(env: AskerOptions['env']): boolean {
  return CI_VARIABLES.some((name) => {
    const value = env[name];
    return value !== undefined && value !== '' && value !== '0' && value !== 'false';
  });
}
