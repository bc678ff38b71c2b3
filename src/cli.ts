import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type NamedClient, parseNamedClient } from './analysis/client/named-client.js';
import { INCLUSIONS } from './analysis/inclusion.js';
import type { CheckOptions } from './commands/check.js';
import { type Console, processConsole } from './commands/console.js';
import type { InitOptions } from './commands/init.js';
import type { MigrateOptions } from './commands/migrate.js';
import { type NamedOutput, parseOutput } from './commands/outputs.js';
import type { TargetOptions } from './commands/target-apps.js';
import { REPORTER_NAMES } from './report/reporter-names.js';
import { Cancelled, exitCodeFor, isSystemError, UsageError } from './runner/errors.js';
import { EXIT_OK, EXIT_USAGE, type ExitCode } from './runner/exit-codes.js';
import { version } from './version.js';

const DISTINCT_ID = ['header-first', 'app-first', 'keep'];

const EXIT_CODES = `
Exit codes:
  0    clean, or done
  1    check found something that init or migrate would change
  2    wrong usage, or a file that could not be read or written
  130  cancelled; nothing was written
`;

const NOT_CHECKED = `
Env files and the installed package differ from machine to machine and are not checked.
`;

/** Runs the command line `argv` (as `process.argv`) and gives its exit code; each command's code loads when it runs. */
export async function run(argv: readonly string[], console: Console): Promise<ExitCode> {
  let code: ExitCode = EXIT_OK;
  const program = programFor(console, (exit) => {
    code = exit;
  });
  try {
    await program.parseAsync([...argv]);
    return code;
  } catch (error) {
    // Commander has printed its message; help and version are no errors.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_OK : EXIT_USAGE;
    if (error instanceof UsageError) console.say(`error: ${error.message}`);
    else if (error instanceof Cancelled) console.say(error.message);
    else if (isSystemError(error))
      console.say(`error: ${error.message}. Correct that and run the command again.`);
    else {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      console.say(`signal-next failed. This is a defect; please report it.\n${text}`);
    }
    return exitCodeFor(error);
  }
}

/** Runs the command line in this process: its streams, and its exit code once the output has drained. */
export async function main(argv: readonly string[]): Promise<void> {
  const code = await run(argv, processConsole());
  // What could not be printed has set it already.
  process.exitCode ??= code;
}

function programFor(console: Console, finish: (code: ExitCode) => void): Command {
  const root = new Command('signal-next')
    .description(
      "Forward the browser's Signal session to the server events of a Next.js app.\n" +
        'Start with `signal-next check`: it changes nothing and says what is missing.',
    )
    .usage('<command> [options]')
    .version(version(), '-v, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => console.result(text),
      writeErr: (text) => console.say(text),
      getOutHelpWidth: () => console.resultTerminal.width,
      getErrHelpWidth: () => console.talkTerminal.width,
      getOutHasColors: () => console.resultTerminal.colour,
      getErrHasColors: () => console.talkTerminal.colour,
    })
    .addHelpText('after', EXIT_CODES);
  root.showHelpAfterError('Run `signal-next --help` for the commands.');

  withTarget(command(root, 'init', 'set the app up: getSessionInfo(), the provider and the environment'))
    .option('-y, --yes', 'write without asking, and create env files where there are none')
    .option('--dry-run', 'show what it concluded and would write, and write nothing')
    .option('--json', 'print the report as JSON')
    .option('-f, --force', 'edit files with uncommitted changes, and turn addTracingHeaders: false on')
    .option('--tracing-hosts <hosts>', 'mark requests to these hostnames only, e.g. api.shop.com,shop.com')
    .option('--with-config', 'wrap next.config in withSignalConfig instead of setting public variables')
    .option('--with-proxy', 'mount signalProxy and the session cookie, for requests without headers')
    .option('--skip-install', 'print the install command instead of running it')
    .action(async (given: Partial<InitOptions>) => {
      const { init } = await import('./commands/other-commands.js');
      const options = {
        ...given,
        ...flags(given),
        tracingHosts: given.tracingHosts,
        withConfig: given.withConfig ?? false,
        withProxy: given.withProxy ?? false,
        skipInstall: given.skipInstall ?? false,
      };
      finish(await init(options, console));
    });

  const migrating = command(root, 'migrate', 'rewrite the server code so that it forwards the session');
  refuseBoth(withFilter(withTarget(migrating)), 'typecheck')
    .option('-y, --yes', 'write without asking')
    .option('--dry-run', 'print the diff and write nothing')
    .option('--json', 'print the report as JSON')
    .option('-f, --force', 'edit files with uncommitted changes')
    .addOption(
      new Option('--distinct-id <policy>', "whose id wins in capture(): the header's or the app's own")
        .choices(DISTINCT_ID)
        .default('header-first'),
    )
    .option('--typecheck', "insist on the check by the project's own TypeScript, and give it all its time")
    .option('--no-typecheck', 'write without it; by default it runs where it can, for up to a minute')
    .option('-i, --interactive', 'show every change and ask for it')
    .option('--plan <file>', 'write what would be done to this file, and nothing else', named)
    .option('--apply <file>', 'do what this plan says, or say what of it is stale', named)
    .option('--partial', 'of a plan that is stale in part, do the rest')
    .action(async (given: Partial<MigrateOptions>) => {
      const { migrate } = await import('./commands/other-commands.js');
      const distinctId = given.distinctId ?? 'header-first';
      finish(await migrate({ ...given, ...flags(given), ...filter(given), distinctId }, console));
    });

  withFilter(
    withTarget(
      command(root, 'check', 'say what init and migrate would change in the source, and change nothing')
        .usage('[options] [files...]')
        .argument('[files...]', 'report what concerns these files or folders only'),
    ),
  )
    .option(
      '--reporter <name>[=file]',
      `${REPORTER_NAMES.join(', ')}; may be repeated, one of them without a file. GitHub Actions and GitLab CI get theirs by themselves, unless another than pretty goes to stdout`,
      output,
    )
    .option('--json', 'short for --reporter json')
    .option('--coverage', 'list every request scope with a Signal call, and whether the ids can arrive there')
    .option('--strict', 'let warnings fail the check too')
    .option('--changed [base]', 'only what differs from the commit at which this branch left the base')
    .option('--fix', 'write what migrate would for these findings, then say what is left')
    .option(
      '--update-baseline',
      'write what is found to the baseline, which later runs let pass; it only shrinks',
    )
    .option('--allow-new', 'let --update-baseline add findings to a baseline that there is')
    .option(
      '--cache',
      'keep the result in node_modules/.cache/signal-next, and say it again where nothing has changed',
    )
    .addHelpText('after', NOT_CHECKED)
    .action(async (files: readonly string[], given: Partial<CheckOptions>) => {
      const { check } = await import('./commands/check.js');
      const { json = false, strict = false, coverage = false, reporter = [], changed } = given;
      const { fix = false, updateBaseline = false, allowNew = false } = given;
      const shown = { json, strict, coverage, reporter, files, changed };
      finish(await check({ ...given, ...filter(given), ...shown, fix, updateBaseline, allowNew }, console));
    });

  withTarget(
    command(root, 'undo', 'take the last init or migrate back, to the byte; again for the one before'),
  ).action(async (options: TargetOptions) => {
    const { undo } = await import('./commands/other-commands.js');
    finish(await undo(options, console));
  });

  command(root, 'rules', 'list the rules of check')
    .option('--json', 'print the list as JSON')
    .action(async ({ json = false }: { readonly json?: boolean }) => {
      const { rules } = await import('./commands/other-commands.js');
      finish(rules({ json }, console));
    });

  command(root, 'explain', 'say what a rule, or a reason to refuse a call, means and what to do about it')
    .usage('<rule>')
    .argument('<rule>', 'the id of a rule or of a reason, as check shows it')
    .action(async (id: string) => {
      const { explain } = await import('./commands/other-commands.js');
      finish(explain(id, console));
    });

  root
    .command('help')
    .description('show the help of a command')
    .usage('[command]')
    .argument('[command]')
    .action(async (name: string | undefined) => {
      const named = name === undefined ? root : root.commands.find((one) => one.name() === name);
      if (named) named.help();
      // Says that there is no such command, and which one is near.
      else await root.parseAsync([name ?? ''], { from: 'user' });
    });

  return root;
}

function command(root: Command, name: string, description: string): Command {
  return root
    .command(name)
    .description(description)
    .usage('[options]')
    .showHelpAfterError(`Run \`signal-next ${name} --help\` for its options.`);
}

/** The options that say which app is meant. */
function withTarget(command: Command): Command {
  return command
    .option('--cwd <dir>', 'work in this folder instead of the current one', named)
    .option('--app <dir>', 'the app of a workspace to work on', named)
    .option('--all', 'work on all Next.js apps of the workspace')
    .option('--sdk <module>', 'the Signal package to import from, whatever package.json lists', named)
    .option(
      '--client <module#export>',
      'an export that is a Signal client, or gives one, where the source does not show it; may be repeated',
      namedClient,
    );
}

function withFilter(command: Command): Command {
  return command
    .option('--only <glob...>', 'look for Signal calls in these files or folders only')
    .option('--exclude <glob...>', 'leave these files or folders out')
    .addOption(
      new Option(
        '--include <what...>',
        'forward the session there too, where by default it is refused',
      ).choices(INCLUSIONS),
    );
}

/** Of `--name` and `--no-name` commander would take the last, in silence. */
function refuseBoth(command: Command, name: string): Command {
  const given = new Set<string>();
  for (const flag of [name, `no-${name}`]) {
    command.on(`option:${flag}`, () => {
      if (given.add(flag).size === 2)
        throw new UsageError(`--${name} and --no-${name} exclude each other. Give one of them.`);
    });
  }
  return command;
}

function named(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  return value;
}

function namedClient(value: string, before: readonly NamedClient[] = []): readonly NamedClient[] {
  const client = parseNamedClient(value);
  if (client) return [...before, client];
  throw new InvalidArgumentError('It must be a module and an export, e.g. @acme/analytics#signal.');
}

function output(value: string, before: readonly NamedOutput[] = []): readonly NamedOutput[] {
  const named = parseOutput(value);
  if (named) return [...before, named];
  throw new InvalidArgumentError(
    `It must be one of ${REPORTER_NAMES.join(', ')}, with or without a file: --reporter sarif=report.sarif.`,
  );
}

function flags({ yes = false, dryRun = false, json = false, force = false }: Partial<MigrateOptions>) {
  return { yes, dryRun, json, force };
}

function filter({ only = [], exclude = [], include = [] }: Partial<MigrateOptions>) {
  return { only, exclude, include };
}
