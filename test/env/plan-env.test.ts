import { parse } from 'dotenv';
import { describe, expect, test } from 'vitest';
import { type EnvText, planEnv, SIGNAL_VARIABLES, type WantedVariable } from '../../src/init/env.js';
import { applyEdits } from '../../src/source/edit.js';

const A: WantedVariable = { key: 'SIGNAL_API_KEY', value: '' };
const B: WantedVariable = { key: 'SIGNAL_PROJECT_ID', value: 'default', example: 'default' };

/** The files as they are after the plan. */
function after(
  files: Record<string, string>,
  wanted: readonly WantedVariable[] = [A, B],
  createMissing = false,
): Record<string, string> {
  const result = { ...files };
  const plan = planEnv({ files: texts(files), wanted, createMissing });
  for (const change of plan.changes) {
    result[change.path] = change.kind === 'create' ? change.text : applyEdits(change.before, change.edits);
  }
  return result;
}

function texts(files: Record<string, string>): EnvText[] {
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}

function notes(files: Record<string, string>, wanted = [A]): string[] {
  return planEnv({ files: texts(files), wanted, createMissing: false }).notes;
}

describe('which files', () => {
  test('a project without env files gets none unless it asks', () => {
    expect(after({})).toEqual({});
    expect(after({}, [A, B], true)).toEqual({
      '.env.local': 'SIGNAL_API_KEY=\nSIGNAL_PROJECT_ID=default\n',
      '.env.example': 'SIGNAL_API_KEY=\nSIGNAL_PROJECT_ID=default\n',
    });
  });

  test('a project with one env file gets the others', () => {
    const result = after({ '.env': 'DATABASE_URL=a\n' });
    expect(Object.keys(result)).toEqual(['.env', '.env.local', '.env.example']);
    expect(result['.env']).toBe('DATABASE_URL=a\n');
  });

  test('an example file of another name is the example file', () => {
    const result = after({ '.env.local.example': 'A=\n' }, [A]);
    expect(result['.env.local.example']).toBe('A=\n\nSIGNAL_API_KEY=\n');
    expect(result).not.toHaveProperty('.env.example');
  });

  test('the example file never gets the value', () => {
    const result = after({ '.env.example': '', '.env.local': '' }, [
      { key: 'SIGNAL_API_KEY', value: 'secret' },
    ]);
    expect(result).toEqual({ '.env.local': 'SIGNAL_API_KEY=secret\n', '.env.example': 'SIGNAL_API_KEY=\n' });
  });
});

describe('what is there stays', () => {
  test.each([
    'SIGNAL_API_KEY=a\n',
    'export SIGNAL_API_KEY=a\n',
    'SIGNAL_API_KEY = "a" # mine\n',
    'SIGNAL_API_KEY=\n',
    "CERT='first\nSIGNAL=1\nlast'\nSIGNAL_API_KEY=a",
    '\uFEFFSIGNAL_API_KEY=a\r\n',
  ])('%j', (text) => {
    const files = { '.env.local': text, '.env.example': text };
    expect(after(files, [A])).toEqual(files);
  });

  test('a key in a comment or inside a multi-line value is not set', () => {
    expect(after({ '.env.local': '# SIGNAL_API_KEY=a\n' }, [A])['.env.local']).toBe(
      '# SIGNAL_API_KEY=a\n\nSIGNAL_API_KEY=\n',
    );
    expect(after({ '.env.local': 'CERT="a\nSIGNAL_API_KEY=b\n"\n' }, [A])['.env.local']).toBe(
      'CERT="a\nSIGNAL_API_KEY=b\n"\n\nSIGNAL_API_KEY=\n',
    );
  });

  test.each(['.env', '.env.development', '.env.production.local'])(
    'a key that %s sets is not set again',
    (path) => {
      const result = after({ [path]: 'SIGNAL_API_KEY=a\n', '.env.example': 'SIGNAL_API_KEY=\n' }, [A]);
      expect(result).not.toHaveProperty('.env.local');
    },
  );

  test('the example file and .env.test do not count, because Next.js does not load them here', () => {
    expect(
      after({ '.env.example': 'SIGNAL_API_KEY=\n', '.env.test': 'SIGNAL_API_KEY=t\n' }, [A])['.env.local'],
    ).toBe('SIGNAL_API_KEY=\n');
  });
});

describe('how it is written', () => {
  test.each([
    ['line break at the end', 'A=1\n', 'A=1\n\nSIGNAL_API_KEY=\n'],
    ['none at the end', 'A=1', 'A=1\n\nSIGNAL_API_KEY='],
    ['a blank line at the end', 'A=1\n\n', 'A=1\n\nSIGNAL_API_KEY=\n'],
    ['CRLF', 'A=1\r\nB=2\r\n', 'A=1\r\nB=2\r\n\r\nSIGNAL_API_KEY=\r\n'],
    ['a BOM', '\uFEFFA=1\n', '\uFEFFA=1\n\nSIGNAL_API_KEY=\n'],
    ['an empty file', '', 'SIGNAL_API_KEY=\n'],
    ['another of ours at the end', 'SIGNAL_PROJECT_ID=p\n', 'SIGNAL_PROJECT_ID=p\nSIGNAL_API_KEY=\n'],
  ])('%s', (_name, before, expected) => {
    expect(
      after({ '.env.local': before, '.env.example': 'SIGNAL_API_KEY=\nSIGNAL_PROJECT_ID=\n' })['.env.local'],
    ).toBe(
      before.includes('SIGNAL_PROJECT_ID')
        ? expected
        : expected.replace(/SIGNAL_API_KEY=(\r?\n)?$/, withProject),
    );
  });

  /** The second variable follows the first, in the same manner. */
  function withProject(line: string): string {
    const eol = line.endsWith('\n') ? line.slice('SIGNAL_API_KEY='.length) : '';
    return `SIGNAL_API_KEY=${eol || '\n'}SIGNAL_PROJECT_ID=default${eol}`;
  }

  test('comments stand above their variable', () => {
    expect(after({ '.env.local': '' }, [{ ...A, comment: 'Signal' }])['.env.local']).toBe(
      '# Signal\nSIGNAL_API_KEY=\n',
    );
  });

  test.each(['a b', 'a#b', `it's`, `"a" 'b'`, 'plain-1.2_3:/@'])(
    'the value %j comes back from the file',
    (value) => {
      const text = after({ '.env.local': '' }, [{ key: 'K', value }])['.env.local'] ?? '';
      expect(parse(text).K).toBe(value);
    },
  );

  test('a dollar sign is escaped, because Next.js expands it', () => {
    expect(after({ '.env.local': '' }, [{ key: 'K', value: 'a$b' }])['.env.local']).toBe("K='a\\$b'\n");
  });

  test('a second run changes nothing', () => {
    const once = after({ '.env': 'A=1' }, SIGNAL_VARIABLES);
    expect(planEnv({ files: texts(once), wanted: SIGNAL_VARIABLES, createMissing: true }).changes).toEqual(
      [],
    );
  });

  test('nothing is added behind a value whose quotes are open', () => {
    const files = { '.env.local': 'A="open\n', '.env.example': 'SIGNAL_API_KEY=\n' };
    const wanted = [{ key: 'SIGNAL_API_KEY', value: '', comment: 'say hi"' }];
    expect(after(files, wanted)).toEqual(files);
    expect(notes(files, wanted)).toEqual([
      expect.stringContaining('.env.local: the last value looks unfinished'),
    ]);
  });
});

describe('what is said', () => {
  test('which file has a value, and that it wins', () => {
    expect(notes({ '.env': 'SIGNAL_API_KEY=a\n', '.env.local': 'SIGNAL_API_KEY=b\n' })).toEqual([
      'SIGNAL_API_KEY stays as it is in .env.local, which wins over .env.',
    ]);
  });

  test('that a value is empty', () => {
    expect(notes({ '.env': 'SIGNAL_API_KEY=\n' })).toEqual([
      'SIGNAL_API_KEY stays as it is in .env. It is empty there: fill it in.',
    ]);
  });

  test('that one mode has no value, or another', () => {
    expect(notes({ '.env.development': 'SIGNAL_API_KEY=a\n' })).toEqual([
      'SIGNAL_API_KEY comes from .env.development in development and is not set in production; both stay as they are.',
    ]);
    expect(notes({ '.env.production.local': 'SIGNAL_API_KEY=a\n', '.env': 'SIGNAL_API_KEY=b\n' })).toEqual([
      'SIGNAL_API_KEY comes from .env in development and comes from .env.production.local in production; both stay as they are.',
    ]);
  });
});

test('the browser is given the project that the server has', () => {
  const browser = SIGNAL_VARIABLES.filter(({ key }) => key === 'NEXT_PUBLIC_SIGNAL_PROJECT_ID');
  expect(after({ '.env': 'SIGNAL_PROJECT_ID=shop\n' }, browser)).toMatchObject({
    '.env.local': 'NEXT_PUBLIC_SIGNAL_PROJECT_ID=shop\n',
    '.env.example': 'NEXT_PUBLIC_SIGNAL_PROJECT_ID=default\n',
  });
  expect(after({ '.env': 'SIGNAL_PROJECT_ID=\n' }, browser)['.env.local']).toBe(
    'NEXT_PUBLIC_SIGNAL_PROJECT_ID=default\n',
  );
});
