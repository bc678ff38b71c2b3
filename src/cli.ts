import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { CheckOptions } from './commands/check.js';
import { processConsole } from './commands/console.js';
import type { InitOptions } from './commands/init.js';
import type { MigrateOptions } from './commands/migrate.js';
import type { TargetOptions } from './commands/target-apps.js';
import { exitCodeFor } from './runner/errors.js';
import { EXIT_OK, EXIT_USAGE, type ExitCode } from './runner/exit-codes.js';
import { version } from './version.js';

const DISTINCT_ID = ['header-first', 'app-first', 'keep'];

function program(): Command {
  const root = new Command('signal-next')
    .description("Forward the browser's Signal session to the server events of a Next.js app.")
    .version(version(), '-v, --version')
    .exitOverride()
    .showHelpAfterError('Run `signal-next --help` for what there is.')
    .configureHelp({ showGlobalOptions: true });

  target(root.command('init'))
    .description('generate the Signal module, mount or amend the provider, wire the environment')
    .option('-y, --yes', 'write without asking, and create env files', false)
    .option('--dry-run', 'show what it concludes and would write, and write nothing', false)
    .option('--json', 'print the conclusions and the plan as JSON', false)
    .option('-f, --force', 'edit files with uncommitted changes; replace addTracingHeaders: false', false)
    .option('--tracing-hosts <hosts>', 'limit addTracingHeaders to these hostnames, separated by commas')
    .option('--with-config', 'wrap next.config in withSignalConfig', false)
    .option('--skip-install', 'do not install the SDK package', false)
    .action(async (options: InitOptions) => {
      const { init } = await import('./commands/init.js');
      finish(await init(options, processConsole(options)));
    });

  target(root.command('migrate'))
    .description('rewrite the server code to forward the session')
    .option('-y, --yes', 'write without asking', false)
    .option('--dry-run', 'print the diff and write nothing', false)
    .option('--json', 'print the report as JSON', false)
    .option('-f, --force', 'edit files with uncommitted changes', false)
    .option('--only <glob...>', 'only these files', [])
    .option('--exclude <glob...>', 'all but these files', [])
    .addOption(
      new Option(
        '--distinct-id <policy>',
        "whose distinct id wins in capture(): the header's or the application's",
      )
        .choices(DISTINCT_ID)
        .default('header-first'),
    )
    .action(async (options: MigrateOptions) => {
      const { migrate } = await import('./commands/migrate.js');
      finish(await migrate(options, processConsole(options)));
    });

  target(root.command('check'))
    .description('say what init and migrate would change; exit 1 if anything')
    .option('--json', 'print the report as JSON', false)
    .option('--strict', 'let warnings fail the check too', false)
    .option('--only <glob...>', 'only these files', [])
    .option('--exclude <glob...>', 'all but these files', [])
    .action(async (options: CheckOptions) => {
      const { check } = await import('./commands/check.js');
      finish(await check(options, processConsole({ yes: false })));
    });

  target(root.command('undo'))
    .description('take the last run back')
    .action(async (options: TargetOptions) => {
      const { undo } = await import('./commands/undo.js');
      finish(await undo(options, processConsole({ yes: false })));
    });

  return root;
}

/** The options that say which app is meant. */
function target(command: Command): Command {
  return command
    .option('--cwd <dir>', 'the folder to work in', existingText)
    .option('--app <dir>', 'the app of a workspace to work on')
    .option('--all', 'all Next.js apps of the workspace')
    .option('--sdk <module>', 'the Signal package to import from');
}

function existingText(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It must name a folder.');
  return value;
}

function finish(code: ExitCode): void {
  process.exitCode = code;
}

/** Runs the command line; every way out sets the exit code and lets the output drain. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    await program().parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has printed its message; help and version are no errors.
      finish(error.exitCode === 0 ? EXIT_OK : EXIT_USAGE);
      return;
    }
    const isExpected = error instanceof Error && (error.name === 'UsageError' || error.name === 'Cancelled');
    const text =
      error instanceof Error ? (isExpected ? error.message : (error.stack ?? error.message)) : String(error);
    process.stderr.write(
      isExpected ? `${text}\n` : `signal-next failed. This is a defect; please report it.\n${text}\n`,
    );
    finish(exitCodeFor(error));
  }
}
