import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandsIn } from '../report/support/runner.js';
import type { FileContent, ProjectFolder } from '../support/project-folder.js';
import { APP, APP_WITH_PROVIDER, committed, folderOf, ROUTE } from './support/apps.js';
import { cli } from './support/run-cli.js';

const ROUTE_PATH = 'app/api/order/route.ts';

function under<Content>(folder: string, files: Readonly<Record<string, Content>>): Record<string, Content> {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));
}

function workspace(): ProjectFolder {
  const app = (name: string) =>
    under(`apps/${name}`, {
      ...APP_WITH_PROVIDER,
      'package.json': { name: `@acme/${name}`, dependencies: { next: '^16.0.0', 'signal-next': '1' } },
    });
  const files: Record<string, FileContent> = { 'package.json': { name: 'root', workspaces: ['apps/*'] } };
  return committed({ ...files, ...app('web'), ...app('shop') });
}

function sarifUris(text: string): string[][] {
  const log: {
    runs: { results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[];
  } = JSON.parse(text);
  return log.runs.map(({ results }) =>
    results.flatMap(({ locations }) => locations.map((one) => one.physicalLocation.artifactLocation.uri)),
  );
}

describe('--reporter', () => {
  test('gives one report to stdout and the others to files, all of the same run', async () => {
    const folder = committed(APP_WITH_PROVIDER);
    const names = ['sarif', 'json', 'gitlab', 'junit', 'markdown', 'github'];
    const { code, stdout, stderr } = await cli(folder.root, [
      'check',
      '--reporter',
      'pretty',
      ...names.flatMap((name) => ['--reporter', `${name}=reports/check.${name}`]),
    ]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('error[session-not-forwarded]');
    expect(readdirSync(join(folder.root, 'reports')).sort()).toEqual(
      names.map((name) => `check.${name}`).sort(),
    );
    for (const name of names) expect(folder.read(`reports/check.${name}`)).toContain('session-not-forwarded');
    expect(JSON.parse(folder.read('reports/check.json')).summary.errors).toBe(3);
    expect(folder.git('status', '--porcelain')).toBe('?? reports/\n');
  });

  test('says in one line what it found when all reports go to files', async () => {
    const folder = committed(APP_WITH_PROVIDER);
    const { code, stdout, stderr } = await cli(folder.root, ['check', '--reporter', 'sarif=out.sarif']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe('3 errors, 0 warnings; see out.sarif\n');
  });

  test('--json is --reporter json', async () => {
    const folder = committed(APP_WITH_PROVIDER);
    const short = await cli(folder.root, ['check', '--json']);
    expect(await cli(folder.root, ['check', '--reporter', 'json'])).toEqual(short);
    const both = await cli(folder.root, ['check', '--json', '--reporter', 'junit=j.xml']);
    expect(both.stdout).toBe(short.stdout);
    expect(folder.read('j.xml')).toContain('<testsuites');
  });

  test.each([
    [['--reporter', 'xml'], 'It must be one of pretty, json, sarif, github, gitlab, junit, markdown'],
    [['--reporter', 'sarif='], 'with or without a file: --reporter sarif=report.sarif'],
    [
      ['--reporter', 'pretty', '--json'],
      'The reports json and pretty would both go to stdout. Give one of them a file',
    ],
    [['--reporter', 'json=a', '--reporter', 'sarif=a'], 'Two reports would be written to a.'],
    [
      ['--reporter', 'sarif=app/page.tsx'],
      'The sarif report would take the place of the source file app/page.tsx. Name another file, e.g. --reporter sarif=report.sarif.',
    ],
  ])('%j is refused with what to write instead', async (args, message) => {
    const { code, stdout, stderr } = await cli(committed(APP).root, ['check', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test('replaces a file in one step, follows a link to one, and says what it could not write', async () => {
    const folder = committed(APP_WITH_PROVIDER);
    folder.write('old.json', 'old');
    chmodSync(join(folder.root, 'old.json'), 0o640);
    folder.write('elsewhere/real.xml', 'old');
    folder.link('link.xml', 'elsewhere/real.xml');
    const { code, stdout, stderr } = await cli(folder.root, [
      'check',
      '--reporter',
      'pretty',
      ...['json=old.json', 'junit=link.xml', 'sarif=app', 'gitlab=package.json/x.json'].flatMap((one) => [
        '--reporter',
        one,
      ]),
    ]);
    expect(code).toBe(2);
    expect(stdout).toContain('error[session-not-forwarded]');
    expect(JSON.parse(folder.read('old.json')).schemaVersion).toBe(1);
    expect(lstatSync(join(folder.root, 'old.json')).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(folder.root, 'link.xml')).isSymbolicLink()).toBe(true);
    expect(folder.read('elsewhere/real.xml')).toContain('<testsuites');
    expect(stderr).toContain(
      'error: the sarif report could not be written: app is a folder. Name another file.',
    );
    expect(stderr).toContain('error: the gitlab report could not be written: package.json/x.json ');
    expect(readdirSync(folder.root).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('points to the files that were written, and to no other', async () => {
    const folder = committed(APP_WITH_PROVIDER);
    const run = async (...files: string[]) =>
      (await cli(folder.root, ['check', ...files.flatMap((file) => ['--reporter', file])])).stderr;
    expect(await run('sarif=app', 'junit=ok.xml')).toMatch(/errors, \d warnings?; see ok\.xml\n$/);
    expect(await run('sarif=app')).toMatch(/errors, \d warnings?\n$/);
  });

  test('reports also what ended the run', async () => {
    const folder = committed(APP);
    const args = ['sarif=a.sarif', 'junit=a.xml', 'gitlab=a.json', 'markdown=a.md'];
    const { code, stdout, stderr } = await cli(folder.root, [
      ...['check', '--app', 'nowhere', '--json'],
      ...args.flatMap((one) => ['--reporter', one]),
    ]);
    expect(code).toBe(2);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ schemaVersion: 1, projects: [], errors: [{ kind: 'usage' }] });
    expect(report.errors[0].message).toContain('nowhere does not exist');
    expect(stderr).toContain('error: ');
    expect(JSON.parse(folder.read('a.sarif')).runs[0].invocations[0].executionSuccessful).toBe(false);
    expect(folder.read('a.xml')).toContain('errors="1"');
    expect(JSON.parse(folder.read('a.json'))[0].severity).toBe('blocker');
    expect(folder.read('a.md')).toContain('could not be finished');
  });
});

describe('paths in the reports for services', () => {
  const ODD = ['app/api/orders/[id]/route.ts', 'app/(shop)/@cart/größe 中文/route.ts'];

  test('start at the root of the repository, which is found without git', async () => {
    const files = { ...APP_WITH_PROVIDER, ...Object.fromEntries(ODD.map((path) => [path, ROUTE])) };
    const folder = folderOf({ ...under('web/front end', files), '.git/HEAD': 'ref: refs/heads/main\n' });
    const app = join(folder.root, 'web/front end');
    const run = async (reporter: string) => (await cli(app, ['check', '--reporter', reporter])).stdout;
    const [uris = []] = sarifUris(await run('sarif'));
    const expected = ODD.map((path) => `web/front end/${path}`);
    expect(uris.map(decodeURIComponent)).toEqual(expect.arrayContaining(expected));
    const gitlab: { location: { path: string } }[] = JSON.parse(await run('gitlab'));
    expect(gitlab.map(({ location }) => location.path)).toEqual(expect.arrayContaining(expected));
    const annotated = commandsIn(await run('github')).map(({ properties }) => properties.file);
    expect(annotated).toEqual(expect.arrayContaining(expected));
    for (const path of expected) {
      expect(await run('junit')).toContain(`classname="${path}"`);
      expect(await run('markdown')).toContain(`\`${path}:5\``);
    }
  });

  test('are the real ones, where the app is reached through a link', async () => {
    const folder = committed(under('apps/web', APP_WITH_PROVIDER));
    folder.link('current', 'apps/web');
    const { stdout } = await cli(join(folder.root, 'current'), ['check', '--reporter', 'sarif']);
    expect(sarifUris(stdout).flat()).toContain(`apps/web/${ROUTE_PATH}`);
  });

  test('start at the folder that the command runs in, where there is no repository', async () => {
    const folder = folderOf(under('web', APP_WITH_PROVIDER));
    const { stdout } = await cli(folder.root, ['check', '--app', 'web', '--reporter', 'sarif']);
    expect(sarifUris(stdout).flat()).toContain(`web/${ROUTE_PATH}`);
  });

  test('of a workspace have one SARIF run for each app, in a category of its own', async () => {
    const folder = workspace();
    const { stdout } = await cli(folder.root, ['check', '--all', '--reporter', 'sarif']);
    const ids = JSON.parse(stdout).runs.map(
      (run: { automationDetails: { id: string } }) => run.automationDetails.id,
    );
    expect(ids).toEqual(['signal-next/@acme/shop/', 'signal-next/@acme/web/']);
    const [shop, web] = sarifUris(stdout);
    expect(shop).toContain(`apps/shop/${ROUTE_PATH}`);
    expect(web).toContain(`apps/web/${ROUTE_PATH}`);
  });
});

describe('in GitHub Actions', () => {
  const env = (folder: ProjectFolder) => ({
    GITHUB_ACTIONS: 'true',
    GITHUB_STEP_SUMMARY: join(folder.root, '../', `${folder.root.split('/').pop()}-summary.md`),
  });

  test('frames can fire no command, annotations follow them, and the coverage is in the summary', async () => {
    const outside = folderOf({ 'summary.md': 'before\n' });
    const nasty = ROUTE.replace("event: 'ordered'", "event: '##[error]a ::error::b'");
    const folder = committed({ ...APP_WITH_PROVIDER, [ROUTE_PATH]: nasty });
    const summary = join(outside.root, 'summary.md');
    const { code, stdout, stderr } = await cli(folder.root, ['check'], {
      env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary },
    });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const [stop = '', frames = '', annotations = ''] = stdout.split(
      /^::stop-commands::|^::[0-9a-f]{32}::\n/m,
    );
    expect(stop).toBe('');
    expect(frames).toMatch(/^[0-9a-f]{32}\nerror\[/);
    expect(frames).toContain("event: '\\x23#[error]a ::error::b'");
    expect(annotations).toMatch(/^::error file=/);
    expect(commandsIn(stdout).map(({ name, properties }) => `${name} ${properties.file}`)).toEqual([
      'error app/providers.tsx',
      'error lib/signal.ts',
      `error ${ROUTE_PATH}`,
    ]);
    expect(outside.read('summary.md')).toMatch(/^before\n{3}## signal-next check\n/);
    expect(outside.read('summary.md')).toContain('`POST /api/order`');
    // It was made for the summary; nobody asked for it here.
    expect(stdout).not.toContain('ids arrive');
    expect(folder.git('status', '--porcelain')).toBe('');
  });

  test('a run that fails is an annotation too, and nothing else', async () => {
    const { code, stdout } = await cli(committed(APP).root, ['check', '--app', 'nowhere'], {
      env: { GITHUB_ACTIONS: 'true' },
    });
    expect(code).toBe(2);
    expect(stdout).toMatch(/^::error title=signal-next::[^\n]+ does not exist\. [^\n]+\n$/);
  });

  test('every run has a token of its own', async () => {
    const folder = committed(APP_WITH_PROVIDER);
    const token = async () =>
      (await cli(folder.root, ['check'], { env: { GITHUB_ACTIONS: 'true' } })).stdout.split('\n')[0];
    expect(await token()).not.toBe(await token());
  });

  test.each([['pretty'], ['pretty', 'sarif=r.sarif'], ['sarif=r.sarif', 'markdown=r.md']])(
    'annotations and the summary come beside the report for people and reports in files: %j',
    async (...named) => {
      const folder = committed(APP_WITH_PROVIDER);
      const outside = folderOf({});
      const { stdout } = await cli(folder.root, ['check', ...named.flatMap((one) => ['--reporter', one])], {
        env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(outside.root, 'summary.md') },
      });
      expect(commandsIn(stdout)).toHaveLength(3);
      expect(/^::stop-commands::/.test(stdout)).toBe(named.includes('pretty'));
      expect(outside.read('summary.md')).toContain('## signal-next check');
    },
  );

  test.each([['json'], ['markdown', 'sarif=r.sarif'], ['pretty', 'github=annotations.txt']])(
    'who names another report for stdout, or one for GitHub, gets that alone: %j',
    async (...named) => {
      const folder = committed(APP_WITH_PROVIDER);
      const { stdout } = await cli(folder.root, ['check', ...named.flatMap((one) => ['--reporter', one])], {
        env: env(folder),
      });
      expect(commandsIn(stdout)).toEqual([]);
      expect(() => lstatSync(env(folder).GITHUB_STEP_SUMMARY)).toThrow('ENOENT');
    },
  );

  test('annotations alone are what --reporter github asks for', async () => {
    const folder = committed(APP_WITH_PROVIDER);
    const { stdout } = await cli(folder.root, ['check', '--reporter', 'github'], { env: env(folder) });
    expect(commandsIn(stdout)).toHaveLength(3);
    expect(stdout.trimEnd().split('\n')).toHaveLength(3);
    expect(() => lstatSync(env(folder).GITHUB_STEP_SUMMARY)).toThrow('ENOENT');
  });

  test('a summary that a person writes is not written again', async () => {
    const folder = committed(APP_WITH_PROVIDER);
    const outside = folderOf({});
    const summary = join(outside.root, 'summary.md');
    await cli(folder.root, ['check', '--reporter', 'pretty', '--reporter', `markdown=${summary}`], {
      env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary },
    });
    expect(outside.read('summary.md').match(/## signal-next check/g)).toHaveLength(1);
  });

  test('a summary that cannot be written is said, and the check goes on', async () => {
    const folder = committed(APP_WITH_PROVIDER);
    const { code, stderr } = await cli(folder.root, ['check'], {
      env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: folder.root },
    });
    expect(code).toBe(1);
    expect(stderr).toContain('warning: the summary of this step could not be written');
  });

  test('the summary stays below what GitHub takes, together with what is in it already', async () => {
    const outside = folderOf({ 'summary.md': 'x'.repeat(899 * 1024) });
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`app/api/r${index}/route.ts`, ROUTE]),
    );
    const folder = committed({ ...APP_WITH_PROVIDER, ...files });
    const summary = join(outside.root, 'summary.md');
    const run = () =>
      cli(folder.root, ['check'], { env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary } });
    await run();
    await run();
    const size = lstatSync(summary).size;
    expect(size).toBeLessThanOrEqual(900 * 1024);
    expect(size).toBeGreaterThan(899 * 1024);
  });
});

describe('in GitLab CI', () => {
  const job = (files: string, more = ''): string =>
    `check:\n  script: [npx signal-next check]\n  artifacts:\n    reports:\n      codequality: ${files}\n${more}`;
  const env = (folder: ProjectFolder) => ({
    GITLAB_CI: 'true',
    CI_PROJECT_DIR: folder.root,
    CI_JOB_NAME: 'check',
  });
  const run = (folder: ProjectFolder) => cli(folder.root, ['check'], { env: env(folder) });

  test('the report goes to the file that the job names, and this is said', async () => {
    const folder = committed({
      ...APP_WITH_PROVIDER,
      '.gitlab-ci.yml': job('gl.json', 'other:\n  script: !reference [check, script]\n'),
    });
    const { code, stdout, stderr } = await run(folder);
    expect(code).toBe(1);
    expect(stdout).toContain('error[session-not-forwarded]');
    expect(stdout).not.toContain('::');
    expect(JSON.parse(folder.read('gl.json'))).toHaveLength(3);
    expect(stderr).toBe(
      'note: wrote the Code Quality report to gl.json, which this job names in artifacts:reports:codequality.\n',
    );
  });

  test.each([
    ['no configuration', undefined],
    ['a pattern', 'reports/*.json'],
    ['a variable', '$REPORT'],
    ['a file outside the repository', '../gl.json'],
  ])('with %s nothing is written, and what to add is said', async (_, named) => {
    const files: Record<string, FileContent> = named === undefined ? {} : { '.gitlab-ci.yml': job(named) };
    const folder = committed({ ...APP_WITH_PROVIDER, ...files });
    const { code, stderr } = await run(folder);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^note: to see the findings in merge requests, run check with --reporter gitlab=/);
    expect(folder.git('status', '--porcelain')).toBe('');
  });

  test('a report that is named goes there alone, and others go beside what GitLab gets', async () => {
    const folder = committed({ ...APP_WITH_PROVIDER, '.gitlab-ci.yml': job('gl.json') });
    const named = await cli(
      folder.root,
      ['check', '--reporter', 'pretty', '--reporter', 'gitlab=own.json', '--reporter', 'junit=j.xml'],
      { env: env(folder) },
    );
    expect(named.stderr).toBe('');
    expect(folder.exists('gl.json')).toBe(false);
    await cli(folder.root, ['check', '--json'], { env: env(folder) });
    expect(folder.exists('gl.json')).toBe(false);
    await cli(folder.root, ['check', '--reporter', 'junit=j.xml'], { env: env(folder) });
    expect(JSON.parse(folder.read('gl.json'))).toHaveLength(3);
  });

  test("another tool's report is left alone", async () => {
    const folder = committed({ ...APP_WITH_PROVIDER, '.gitlab-ci.yml': job('gl.json'), 'gl.json': '[1]' });
    const { stderr } = await run(folder);
    expect(stderr).toContain('note: gl.json is there already, so no Code Quality report was written.');
    expect(folder.read('gl.json')).toBe('[1]');
  });
});
