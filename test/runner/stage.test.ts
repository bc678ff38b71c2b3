import { describe, expect, test } from 'vitest';
import type { PlannedChange } from '../../src/runner/plan.js';
import { stageChanges, type Validators } from '../../src/runner/stage.js';

const PERMISSIVE: Validators = { validateOutput: () => [], secondPass: () => new Map() };

function edit(path: string, before: string, start: number, end: number, text: string): PlannedChange {
  return { kind: 'edit', path, before, edits: [{ start, end, text }], summary: `edit ${start}` };
}

describe('staging', () => {
  test('merges several edits of one file into one', () => {
    const run = stageChanges([edit('a.ts', 'abc', 0, 1, 'A'), edit('a.ts', 'abc', 2, 3, 'C')], PERMISSIVE);
    expect(run.files).toEqual([
      { kind: 'ready', path: 'a.ts', before: 'abc', after: 'AbC', summary: 'edit 0, edit 2' },
    ]);
  });

  test('stages a created file without a before', () => {
    const run = stageChanges([{ kind: 'create', path: 'n.ts', text: 'x', summary: 'create' }], PERMISSIVE);
    expect(run.files).toEqual([
      { kind: 'ready', path: 'n.ts', before: undefined, after: 'x', summary: 'create' },
    ]);
  });

  test('leaves out a file whose text stays the same', () => {
    expect(stageChanges([edit('a.ts', 'abc', 0, 1, 'a')], PERMISSIVE).files).toEqual([]);
  });

  test('fails a file whose edits overlap and goes on with the others', () => {
    const run = stageChanges(
      [edit('a.ts', 'abc', 0, 2, 'x'), edit('a.ts', 'abc', 1, 3, 'y'), edit('b.ts', 'abc', 0, 1, 'B')],
      PERMISSIVE,
    );
    expect(run.files.map((file) => [file.path, file.kind])).toEqual([
      ['a.ts', 'failed'],
      ['b.ts', 'ready'],
    ]);
    expect(run.files[0]).toMatchObject({
      reason: expect.stringMatching(/^two of our edits contradict each other/),
    });
  });

  test('fails a file that is planned in ways that contradict each other', () => {
    const create = (text: string): PlannedChange => ({ kind: 'create', path: 'a.ts', text, summary: 's' });
    const reasonOf = (changes: PlannedChange[]) => stageChanges(changes, PERMISSIVE).files[0];
    expect(reasonOf([create('x'), create('y')])).toMatchObject({
      reason: 'two of our plans create it with different text',
    });
    expect(reasonOf([create('x'), edit('a.ts', 'abc', 0, 0, 'z')])).toMatchObject({
      reason: 'one of our plans creates it and another edits it',
    });
    expect(reasonOf([edit('a.ts', 'abc', 0, 0, 'z'), edit('a.ts', 'abd', 1, 1, 'z')])).toMatchObject({
      reason: 'two of our plans were made for different texts of it',
    });
    expect(reasonOf([create('x'), create('x')])).toMatchObject({ kind: 'ready', after: 'x' });
  });

  test('fails a file whose output is not valid, with every problem', () => {
    const run = stageChanges([edit('a.ts', 'abc', 0, 1, 'A')], {
      ...PERMISSIVE,
      validateOutput: () => ['one', 'two'],
    });
    expect(run.files).toEqual([{ kind: 'failed', path: 'a.ts', reason: 'one; two' }]);
  });

  test('fails a file whose check crashes and goes on with the others', () => {
    const run = stageChanges([edit('a.ts', 'abc', 0, 1, 'A'), edit('b.ts', 'abc', 0, 1, 'B')], {
      ...PERMISSIVE,
      validateOutput: (path) => {
        if (path === 'a.ts') throw new TypeError('our bug');
        return [];
      },
    });
    expect(run.files).toMatchObject([
      { kind: 'failed', path: 'a.ts', reason: 'the result could not be checked: our bug' },
      { kind: 'ready', path: 'b.ts' },
    ]);
  });

  test('fails a file in which a second pass finds work, then looks at the others without it', () => {
    const seen: string[][] = [];
    const run = stageChanges(
      [edit('a.ts', 'a', 0, 0, '1'), edit('b.ts', 'b', 0, 0, '1'), edit('c.ts', 'c', 0, 0, '1')],
      {
        ...PERMISSIVE,
        secondPass: (staged) => {
          seen.push([...staged.keys()]);
          // b.ts depends on a.ts: once that is not written, b.ts is not done either.
          if (staged.has('a.ts')) return new Map([['a.ts', '1 call is left']]);
          return staged.has('b.ts') ? new Map([['b.ts', 'its helper takes no session']]) : new Map();
        },
      },
    );
    expect(seen).toEqual([['a.ts', 'b.ts', 'c.ts'], ['b.ts', 'c.ts'], ['c.ts']]);
    expect(run.files.map((file) => (file.kind === 'failed' ? file.reason : file.kind))).toEqual([
      'a second pass would change it again: 1 call is left',
      'a second pass would change it again: its helper takes no session',
      'ready',
    ]);
  });

  test('fails what would not be right without a file that fails, one after the other', () => {
    const needing = (path: string, ...needs: string[]): PlannedChange => ({
      kind: 'edit',
      path,
      before: path,
      edits: [{ start: 0, end: 0, text: '1' }],
      summary: 's',
      needs,
    });
    const changes = [
      needing('c.ts', 'b.ts'),
      needing('b.ts', 'other.ts', 'a.ts'),
      edit('a.ts', 'a', 0, 0, '1'),
      needing('d.ts', 'other.ts', 'elsewhere.ts'),
      edit('other.ts', 'o', 0, 0, '1'),
    ];
    const reasons = (validators: Validators) =>
      stageChanges(changes, validators).files.map((file) =>
        file.kind === 'failed' ? file.reason : file.kind,
      );
    const expected = (reason: string) => [
      'it would go with b.ts, which is left alone too',
      'it would go with a.ts, which is left alone too',
      reason,
      'ready',
      'ready',
    ];
    const isWrong = { ...PERMISSIVE, validateOutput: (path: string) => (path === 'a.ts' ? ['wrong'] : []) };
    expect(reasons(isWrong)).toEqual(expected('wrong'));
    const isLeft = {
      ...PERMISSIVE,
      secondPass: (staged: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
        new Map(staged.has('a.ts') ? [['a.ts', 'x']] : []),
    };
    expect(reasons(isLeft)).toEqual(expected('a second pass would change it again: x'));
    expect(reasons(PERMISSIVE)).toEqual(Array(5).fill('ready'));
  });

  test('asks for no second pass where nothing would be written', () => {
    const run = stageChanges([edit('a.ts', 'a', 0, 0, '1')], {
      validateOutput: () => ['wrong'],
      secondPass: () => {
        throw new Error('asked');
      },
    });
    expect(run.files.map((file) => file.kind)).toEqual(['failed']);
  });

  test('does not loop on a complaint about a file that is not staged', () => {
    const run = stageChanges([edit('a.ts', 'a', 0, 0, '1')], {
      ...PERMISSIVE,
      secondPass: () => new Map([['elsewhere.ts', 'x']]),
    });
    expect(run.files.map((file) => file.kind)).toEqual(['ready']);
  });
});
