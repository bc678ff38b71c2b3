import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { APP_WITH_PROVIDER, committed, folderOf, ROUTE } from '../cli/support/apps.js';
import { buildCli } from '../cli/support/built-cli.js';
import { commandsIn } from '../report/support/runner.js';
import type { ProjectFolder } from '../support/project-folder.js';

const page = readFileSync(new URL('../../docs/ci.md', import.meta.url), 'utf8');

/** The text of the fenced example that contains `word`. */
function example(language: string, word: string): string {
  const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
  const found = blocks.filter(([, given, text]) => given === language && text?.includes(word));
  if (found.length !== 1) throw new Error(`${found.length} examples in ${language} contain ${word}`);
  return found[0]?.[2] ?? '';
}

let built: Awaited<ReturnType<typeof buildCli>>;
beforeAll(async () => {
  built = await buildCli();
}, 120_000);
afterAll(() => built.remove());

/** Runs a line of an example as its runner would, with `npx signal-next` being the command of this repository. */
function runLine(line: string, folder: ProjectFolder, env: Record<string, string> = {}) {
  const bin = folderOf({
    npx: `#!/bin/sh\n[ "$1" = signal-next ] && shift\nexec "${process.execPath}" "${built.script}" "$@"\n`,
    'signal-next': `#!/bin/sh\nexec "${process.execPath}" "${built.script}" "$@"\n`,
  });
  for (const name of ['npx', 'signal-next']) chmodSync(join(bin.root, name), 0o755);
  const { GITHUB_ACTIONS: _, GITLAB_CI: __, GITHUB_STEP_SUMMARY: ___, ...rest } = process.env;
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', line], {
    cwd: folder.root,
    encoding: 'utf8',
    env: { ...rest, PATH: `${bin.root}${delimiter}${process.env.PATH}`, ...env },
  });
  return { status, stdout, stderr };
}

const ORDER = 'app/api/order/route.ts';
const PAY = 'app/api/pay/route.ts';

/** A branch that added a route to an app with findings, and a remote that has the base. */
function pullRequest(): ProjectFolder {
  const folder = committed(APP_WITH_PROVIDER);
  const remote = folderOf({});
  remote.git('init', '-q', '--bare', '-b', 'main');
  folder.git('remote', 'add', 'origin', remote.root);
  folder.git('push', '-q', 'origin', 'main');
  folder.git('checkout', '-q', '-b', 'topic');
  folder.write(PAY, ROUTE.replace('ordered', 'paid'));
  folder.git('add', '-A');
  folder.git('commit', '-q', '-m', 'Pay');
  return folder;
}

describe('docs/ci.md', () => {
  test('has a workflow for GitHub Actions that reports what the pull request changes', () => {
    const { jobs, permissions } = parse(example('yaml', '.github/workflows'));
    const { steps } = jobs.check;
    expect(permissions['security-events']).toBe('write');
    expect(steps[0]).toEqual({
      uses: expect.stringMatching(/^actions\/checkout@/),
      with: { 'fetch-depth': 0 },
    });
    const upload = steps.find(({ uses = '' }) => uses.startsWith('github/codeql-action/upload-sarif'));
    expect(upload.if).toContain('always()');
    const line: string = steps.find(({ run = '' }) => run.includes('signal-next')).run;
    const expression = /\$\{\{[^}]*'(--changed)'[^}]*\}\}/.exec(line);
    expect(expression?.[1]).toBe('--changed');

    const folder = pullRequest();
    const asRunner = (event: string) => line.replace(expression?.[0] ?? '', event);
    const outside = folderOf({});
    const onPullRequest = runLine(asRunner('--changed'), folder, {
      GITHUB_BASE_REF: 'main',
      GITHUB_ACTIONS: 'true',
      GITHUB_STEP_SUMMARY: join(outside.root, 'summary.md'),
    });
    expect(onPullRequest).toMatchObject({ status: 1 });
    expect(commandsIn(onPullRequest.stdout).map(({ properties }) => properties.file)).toEqual([PAY]);
    expect(outside.read('summary.md')).toContain('## signal-next check');
    expect(onPullRequest.stdout).toContain(PAY);
    expect(onPullRequest.stdout).not.toContain(`${ORDER}:`);
    const sarif = () => JSON.parse(folder.read(upload.with.sarif_file)).runs[0].results;
    expect(sarif()).toHaveLength(1);
    const onPush = runLine(asRunner(''), folder);
    expect(onPush).toMatchObject({ status: 1 });
    expect(sarif().length).toBeGreaterThan(2);
  }, 60_000);

  test('has a job for GitLab that writes the reports it declares', () => {
    const job = parse(example('yaml', '.gitlab-ci.yml'))['signal-next'];
    const folder = pullRequest();
    const line = job.script.find((one: string) => one.includes('signal-next'));
    expect(runLine(line, folder)).toMatchObject({ status: 1 });
    expect(job.artifacts.when).toBe('always');
    const { codequality, junit } = job.artifacts.reports;
    const paths = JSON.parse(folder.read(codequality)).map(
      ({ location }: { location: { path: string } }) => location.path,
    );
    expect(paths).toEqual(expect.arrayContaining([ORDER, PAY]));
    expect(folder.read(junit)).toContain('<testsuites');
  }, 60_000);

  test.each([
    ['lefthook', () => parse(example('yaml', 'lefthook.yml'))['pre-commit'].commands['signal-next'].run],
    [
      'lint-staged',
      () => `${Object.values(JSON.parse(example('json', 'lint-staged'))['lint-staged'])[0]} {staged_files}`,
    ],
  ])(
    'has a hook for %s that looks at the staged files',
    (_, lineOf) => {
      const line: string = lineOf();
      expect(line).toContain('{staged_files}');
      const folder = pullRequest();
      const commit = (...files: string[]) => runLine(line.replace('{staged_files}', files.join(' ')), folder);
      expect(commit('app/layout.tsx', join(folder.root, 'README.md'))).toMatchObject({ status: 0 });
      const failing = commit(join(folder.root, PAY));
      expect(failing).toMatchObject({ status: 1 });
      expect(failing.stdout).toContain(`${PAY}:`);
      expect(failing.stdout).not.toContain(`${ORDER}:`);
    },
    60_000,
  );

  test('has a command that makes an app with findings pass', () => {
    const folder = pullRequest();
    const [line = ''] = example('sh', '--update-baseline').trim().split('\n');
    expect(runLine(line, folder)).toMatchObject({ status: 0 });
    expect(existsSync(join(folder.root, 'signal-next-baseline.json'))).toBe(true);
    expect(runLine('npx signal-next check', folder)).toMatchObject({ status: 0 });
  }, 60_000);

  test('has a suppression that is one', () => {
    const folder = pullRequest();
    const [comment = ''] = example('ts', 'signal-next-ignore-next-line').split('\n');
    folder.write(PAY, ROUTE.replace('  signal.', `  ${comment}\n  signal.`));
    expect(runLine(`npx signal-next check ${PAY}`, folder)).toMatchObject({ status: 0 });
  }, 60_000);
});
