import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { APP, folderOf } from './support/apps.js';
import { bareCli, cli } from './support/run-cli.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

describe('the command line', () => {
  test('prints its version on stdout', async () => {
    for (const flag of ['-v', '--version']) {
      expect(await bareCli([flag])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    }
  });

  test('shows every command and the exit codes with --help', async () => {
    const { code, stdout, stderr } = await bareCli(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const name of ['init', 'migrate', 'check', 'undo', 'rules', 'explain', 'Exit codes', '130'])
      expect(stdout).toContain(name);
  });

  test.each(['init', 'migrate', 'check', 'undo'])('shows the options of %s with --help', async (command) => {
    const { code, stdout } = await bareCli([command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: signal-next ${command} [options]`);
    for (const flag of ['--cwd', '--app', '--all', '--sdk']) expect(stdout).toContain(flag);
    expect(stdout).not.toContain('default: false');
  });

  test.each([
    [['mirgate'], "unknown command 'mirgate'", 'Did you mean migrate?'],
    [['help', 'mirgate'], "unknown command 'mirgate'", 'Did you mean migrate?'],
    [['check', '--jsno'], "unknown option '--jsno'", 'Did you mean --json?'],
    [['init', '--tracing-host', 'a'], "unknown option '--tracing-host'", 'Did you mean --tracing-hosts?'],
    [['migrate', '--distinct-id', 'mine'], "'mine' is invalid", 'header-first, app-first, keep'],
    [['check', '--include', 'cron'], "'cron' is invalid", 'webhooks, server-components'],
    [['migrate', '--only'], "'--only <glob...>' argument missing", 'signal-next migrate --help'],
    [['check', '--app', ''], 'must not be empty', 'signal-next check --help'],
    [['migrate', 'app'], 'too many arguments', 'signal-next migrate --help'],
  ])('ends with 2 and a hint on %j', async (args, what, hint) => {
    const { code, stdout, stderr } = await bareCli(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(what);
    expect(stderr).toContain(hint);
    expect(stderr).toContain('--help');
  });

  test('without a command shows the help on stderr and ends with 2', async () => {
    const { code, stdout, stderr } = await bareCli([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: signal-next <command> [options]');
  });

  test('shows the help of a command, or of all, with help', async () => {
    const all = await bareCli(['--help']);
    expect(await bareCli(['help'])).toEqual(all);
    expect(all.stdout).toMatch(/^ +help \[command\] +show the help of a command$/m);
    for (const name of ['init', 'migrate', 'check', 'undo', 'rules', 'explain'])
      expect(await bareCli(['help', name])).toEqual(await bareCli([name, '--help']));
    expect(await bareCli(['help', 'xyz'])).toEqual(await bareCli(['xyz']));
  });

  test('does not take --typecheck and --no-typecheck together, in either order', async () => {
    const flags = ['--typecheck', '--no-typecheck'];
    for (const args of [flags, flags.toReversed()]) {
      const { code, stdout, stderr } = await cli(folderOf(APP).root, ['migrate', '--dry-run', ...args]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('--typecheck and --no-typecheck exclude each other. Give one of them.');
    }
  });

  test('does not take --app and --all together', async () => {
    const { code, stderr } = await cli(folderOf(APP).root, ['check', '--app', 'a', '--all']);
    expect(code).toBe(2);
    expect(stderr).toContain('--app and --all exclude each other');
  });
});
