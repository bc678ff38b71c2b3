import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { MARKING } from '../../src/inspect/marks.js';
import { isSourceFile } from '../../src/project/source-files.js';
import { type Survey, surveySources } from '../../src/project/survey.js';
import { SURVEY_CACHE } from '../../src/project/survey-cache.js';
import { projectFixtures } from '../support/project-fixtures.js';
import { type FileContent, nextApp, type ProjectFolder } from '../support/project-folder.js';
import { folderWith, projectIn } from './folders.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** All that a survey says. */
function said({ files, skipped, note, marksOf }: Survey) {
  return { marks: Object.fromEntries(files.map((path) => [path, marksOf(path)])), skipped, note };
}

const survey = (root: string, withCache: boolean) => said(surveySources(projectIn(root), MARKING, withCache));

const CALL = 'signal.capture({ event: "a", distinctId: "b" });\n';
/** Of as many bytes. */
const NO_CALL = CALL.replaceAll(/[a-z]/g, 'x');
const [CALL_MARKS, FORGED_MARKS] = [1, 64];

const APP = {
  ...nextApp(),
  '.gitignore': 'node_modules\n',
  'node_modules/next/package.json': { name: 'next', version: '16.0.0' },
  'lib/a.ts': NO_CALL,
  'lib/b.ts': `${NO_CALL}// another\n`,
};

function committed(files: Readonly<Record<string, FileContent>> = {}): ProjectFolder {
  const folder = folderWith({ ...APP, ...files });
  folder.commitAll();
  settle(folder);
  return folder;
}

/** Makes every file older than the index, so that git needs no look at its bytes. */
function settle(folder: ProjectFolder): void {
  for (const path of folder.git('ls-files', '-z').split('\0').filter(Boolean)) {
    const absolute = join(folder.root, path);
    if (existsSync(absolute)) utimesSync(absolute, 1_000_000_000, 1_000_000_000);
  }
  folder.git('update-index', '-q', '--refresh');
}

/** Writes into the cache that whatever was read has certain marks, so that a survey shows what it takes from there. */
function forge(folder: ProjectFolder, change = (body: string) => body): void {
  const [head = '', ...lines] = folder.read(SURVEY_CACHE).split('\n');
  const body = change(lines.join('\n').replaceAll(/"marks":\d+/g, `"marks":${FORGED_MARKS}`));
  const sum = createHash('sha1').update(body).digest('hex');
  folder.write(SURVEY_CACHE, `${head.replace(/\w+$/, sum)}\n${body}`);
}

/** A folder whose cache was forged after one survey. */
function withForgedCache(files: Readonly<Record<string, FileContent>> = {}): ProjectFolder {
  const folder = committed(files);
  survey(folder.root, true);
  forge(folder);
  return folder;
}

const marksIn = (root: string) => survey(root, true).marks;

test('with the cache a survey says what it says without, whatever happens to the files of all project fixtures', {
  timeout: 180_000,
}, () => {
  const files = projectFixtures().flatMap(({ input }, index) =>
    Object.entries(input).flatMap(([path, text]): [string, string][] =>
      isSourceFile(path) ? [[`src/p${index}/${path}`, text]] : [],
    ),
  );
  const folder = committed(Object.fromEntries(files));
  const compare = (): void => {
    const plain = survey(folder.root, false);
    expect(survey(folder.root, true)).toEqual(plain);
    expect(survey(folder.root, true)).toEqual(plain);
  };
  compare();
  const { marks } = survey(folder.root, false);
  expect(Object.values(marks).filter((one) => one !== 0).length).toBeGreaterThan(100);
  for (const [index, path] of Object.keys(marks).entries()) {
    const [at, other] = [join(folder.root, path), join(folder.root, dirname(path), `${index}.ts`)];
    if (index % 7 === 0) writeFileSync(at, index % 2 === 0 ? CALL : NO_CALL);
    if (index % 7 === 1) renameSync(at, other);
    if (index % 7 === 2) rmSync(at);
    if (index % 7 === 3) cpSync(at, other);
  }
  compare();
  folder.git('add', '-A');
  compare();
  folder.git('commit', '-qm', 'Change');
  settle(folder);
  compare();
  folder.git('checkout', '-q', 'HEAD~1');
  compare();
});

test('what git takes for unchanged is taken from the cache', () => {
  const folder = withForgedCache();
  expect(marksIn(folder.root)).toEqual({
    'app/layout.tsx': FORGED_MARKS,
    'lib/a.ts': FORGED_MARKS,
    'lib/b.ts': FORGED_MARKS,
  });
  expect(survey(folder.root, false).marks).toMatchObject({ 'lib/a.ts': 0 });
});

test('the cache holds by content: in a clone with times of its own, and under another name', () => {
  const folder = withForgedCache();
  const clone = folderWith({});
  clone.git('clone', '-q', folder.root, '.');
  settle(clone);
  cpSync(join(folder.root, 'node_modules'), join(clone.root, 'node_modules'), { recursive: true });
  clone.git('mv', 'lib/a.ts', 'lib/renamed.ts');
  expect(marksIn(clone.root)).toMatchObject({ 'lib/renamed.ts': FORGED_MARKS, 'lib/b.ts': FORGED_MARKS });
});

test('what is written holds for the next survey, and stays where nothing is new', () => {
  const folder = committed();
  survey(folder.root, true);
  const first = statSync(join(folder.root, SURVEY_CACHE));
  survey(folder.root, true);
  expect(statSync(join(folder.root, SURVEY_CACHE)).ino).toBe(first.ino);
  expect(readdirSync(join(folder.root, dirname(SURVEY_CACHE)))).toEqual(['survey']);
  expect(folder.git('status', '--porcelain')).toBe('');
});

describe('a file is read where its blob may not be what lies on disk', () => {
  const write = (folder: ProjectFolder): void => folder.write('lib/a.ts', CALL);
  /** Of the same size and time as what is in the index; git sees when it was set back, to the second. */
  const overwrite = async (folder: ProjectFolder): Promise<void> => {
    await setTimeout(1100);
    write(folder);
    utimesSync(join(folder.root, 'lib/a.ts'), 1_000_000_000, 1_000_000_000);
  };

  test.each<[string, (folder: ProjectFolder) => void | Promise<void>]>([
    ['modified', write],
    ['modified, with the old size and time', overwrite],
    [
      'modified in a repository that looks at times less closely',
      (folder) => {
        folder.git('config', 'core.trustctime', 'false');
        folder.git('config', 'core.checkStat', 'minimal');
        return overwrite(folder);
      },
    ],
    [
      'assumed to be unchanged',
      (folder) => {
        folder.git('update-index', '--assume-unchanged', 'lib/a.ts');
        write(folder);
      },
    ],
    [
      'left out of a sparse checkout, and there',
      (folder) => {
        folder.git('update-index', '--skip-worktree', 'lib/a.ts');
        write(folder);
      },
    ],
    [
      'untracked',
      (folder) => {
        folder.git('rm', '-q', '--cached', 'lib/a.ts');
        write(folder);
      },
    ],
    [
      'to be added later',
      (folder) => {
        folder.git('rm', '-q', '--cached', 'lib/a.ts');
        write(folder);
        folder.git('add', '--intent-to-add', 'lib/a.ts');
      },
    ],
    [
      'unmerged',
      (folder) => {
        const id = folder.git('rev-parse', 'HEAD:lib/a.ts').trim();
        folder.git('update-index', '--force-remove', 'lib/a.ts');
        const entries = [1, 2, 3].map((stage) => `100644 ${id} ${stage}\tlib/a.ts\n`).join('');
        execFileSync('git', ['update-index', '--index-info'], { cwd: folder.root, input: entries });
        write(folder);
      },
    ],
  ])('%s', async (_, change) => {
    const folder = withForgedCache();
    await change(folder);
    expect(marksIn(folder.root)).toMatchObject({ 'lib/a.ts': CALL_MARKS, 'lib/b.ts': FORGED_MARKS });
  });

  test('with line ends that git converted', () => {
    const folder = withForgedCache({ '.gitattributes': '* text=auto\n' });
    folder.write('lib/a.ts', NO_CALL.replaceAll('\n', '\r\n'));
    folder.git('add', '-A');
    expect(folder.git('status', '--porcelain')).toBe('');
    expect(marksIn(folder.root)).toMatchObject({ 'lib/a.ts': 0, 'lib/b.ts': FORGED_MARKS });
  });

  test('with keywords that git expanded', () => {
    const folder = withForgedCache({ '.gitattributes': '* ident\n', 'lib/a.ts': '// $Id$\n' });
    folder.delete('lib/a.ts');
    folder.git('checkout', 'lib/a.ts');
    expect(folder.read('lib/a.ts')).toMatch(/\$Id: \w{40} \$/);
    expect(marksIn(folder.root)).toMatchObject({ 'lib/a.ts': 0, 'lib/b.ts': FORGED_MARKS });
  });

  test('where a filter of the configuration may have made it', () => {
    const folder = withForgedCache();
    folder.git('config', 'filter.secret.clean', 'cat');
    expect(marksIn(folder.root)).toMatchObject({ 'lib/a.ts': 0, 'lib/b.ts': 0 });
    folder.git('config', '--unset', 'filter.secret.clean');
    folder.git('config', 'filter.lfs.clean', 'cat');
    expect(marksIn(folder.root)).toMatchObject({ 'lib/a.ts': FORGED_MARKS });
  });

  test('a symlink is none of the files, whatever it leads to', () => {
    const folder = withForgedCache();
    folder.delete('lib/a.ts');
    folder.link('lib/a.ts', 'b.ts');
    folder.git('add', '-A');
    expect(Object.keys(marksIn(folder.root))).toEqual(['app/layout.tsx', 'lib/b.ts']);
  });

  test('where there is no git, and where git does not trust the repository', () => {
    const folder = withForgedCache();
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
    expect(survey(folder.root, true)).toEqual(survey(folder.root, false));
    vi.unstubAllEnvs();
    folder.delete('.git');
    expect(marksIn(folder.root)).toMatchObject({ 'lib/a.ts': 0, 'lib/b.ts': 0 });
  });
});

test('the files of a submodule have blobs too', () => {
  const inner = folderWith({ 'c.ts': NO_CALL, 'd.ts': `${NO_CALL}\n` });
  inner.commitAll();
  const folder = committed();
  folder.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.root, 'lib/inner');
  for (const path of ['c.ts', 'd.ts'])
    utimesSync(join(folder.root, 'lib/inner', path), 1_000_000_000, 1_000_000_000);
  folder.git('-C', 'lib/inner', 'update-index', '-q', '--refresh');
  survey(folder.root, true);
  forge(folder);
  folder.write('lib/inner/d.ts', CALL);
  expect(marksIn(folder.root)).toMatchObject({
    'lib/inner/c.ts': FORGED_MARKS,
    'lib/inner/d.ts': CALL_MARKS,
  });
});

test('a repository with hashes of the newer kind has a cache as well', () => {
  const folder = folderWith(APP);
  folder.git('init', '-q', '-b', 'main', '--object-format=sha256');
  folder.git('add', '-A');
  folder.git('commit', '-qm', 'Start');
  settle(folder);
  survey(folder.root, true);
  forge(folder);
  expect(marksIn(folder.root)).toMatchObject({ 'lib/a.ts': FORGED_MARKS });
});

test('a file of which git has another version than what was read is not kept', () => {
  const folder = committed({ '.gitattributes': '* text=auto\n' });
  folder.write('lib/a.ts', CALL.replaceAll('\n', '\r\n'));
  folder.git('add', '-A');
  const id = folder.git('ls-files', '-s', 'lib/a.ts').split(' ')[1] ?? 'none';
  survey(folder.root, true);
  expect(folder.read(SURVEY_CACHE)).not.toContain(id);
});

describe('a cache that cannot be used is passed over, and made anew', () => {
  const truth = { 'app/layout.tsx': 0, 'lib/a.ts': 0, 'lib/b.ts': 0 };

  test.each<[string, (text: string) => string]>([
    ['damaged', (text) => text.replace(/"marks":\d+/, '"marks":128')],
    ['cut off', (text) => text.slice(0, -20)],
    ['empty', () => ''],
    ['no text', () => '\u0000\u0001'],
    ['of another edition', (text) => text.replace('survey ', 'survey other-')],
  ])('%s', (_, damage) => {
    const folder = withForgedCache();
    folder.write(SURVEY_CACHE, damage(folder.read(SURVEY_CACHE)));
    expect(marksIn(folder.root)).toEqual(truth);
    forge(folder);
    expect(marksIn(folder.root)).toMatchObject({ 'lib/a.ts': FORGED_MARKS });
  });

  test('of the wrong shape, with the right sum', () => {
    const folder = withForgedCache();
    forge(folder, () => '{"scans": 3}');
    expect(marksIn(folder.root)).toEqual(truth);
  });

  test('committed by somebody', () => {
    const folder = withForgedCache();
    folder.git('add', '-f', SURVEY_CACHE);
    expect(marksIn(folder.root)).toEqual(truth);
  });

  test('with another size for the same blob', () => {
    const folder = withForgedCache();
    forge(folder, (body) => body.replaceAll(/ \d+(?=[ "])/g, ' 7'));
    expect(marksIn(folder.root)).toEqual(truth);
  });
});

describe('where it cannot be written, nothing is', () => {
  test('no node_modules', () => {
    const folder = folderWith(nextApp());
    folder.commitAll();
    survey(folder.root, true);
    expect(folder.exists('node_modules')).toBe(false);
  });

  test.each<[string, (folder: ProjectFolder) => void]>([
    ['a file in the way', (folder) => folder.write('node_modules/.cache', '')],
    ['a folder in the way', (folder) => mkdirSync(join(folder.root, SURVEY_CACHE), { recursive: true })],
  ])('%s', (_, hinder) => {
    const folder = committed();
    hinder(folder);
    expect(survey(folder.root, true)).toEqual(survey(folder.root, false));
    expect(folder.exists(`${SURVEY_CACHE}/survey`)).toBe(false);
  });

  test.each(['node_modules', 'node_modules/.cache', 'node_modules/.cache/signal-next'])(
    'a symlink out of the project: %s',
    (link) => {
      const outside = folderWith({});
      const folder = committed();
      folder.delete(link);
      folder.link(link, outside.root);
      survey(folder.root, true);
      expect(readdirSync(outside.root)).toEqual([]);
    },
  );
});
