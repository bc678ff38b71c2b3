import { describe, expect, test } from 'vitest';
import {
  type Blame,
  type Candidate,
  type Diagnostic,
  type Site,
  TypeCheckFailure,
} from '../../src/runner/type-check/model.js';
import { takeBackFailing } from '../../src/runner/type-check/take-back.js';
import { applyEdits, type Edit } from '../../src/source/edit.js';

/** A call in a file of one line per function: `one: call();`. */
interface Work {
  readonly site: Site;
  readonly edit: Edit;
}

const FILES: Readonly<Record<string, string>> = {
  'a.ts': 'function one() { send(1); send(2); }\nfunction two() { send(3); }\n',
  'b.ts': 'function three() { send(4); }\n',
  'types.ts': 'const fn: () => void = three;\n',
};

/** The sites of the files above: each edit puts `+` behind the number, for the site of that name. */
const WORK: readonly Work[] = [
  work('a.ts', '1', 'one'),
  work('a.ts', '2', 'one'),
  work('a.ts', '3', 'two'),
  work('b.ts', '4', 'three'),
];

function work(path: string, argument: string, name: string): Work {
  const text = FILES[path] ?? '';
  const call = text.indexOf(`send(${argument})`);
  const from = text.indexOf(`function ${name}`);
  const fn = { start: from, end: text.indexOf('\n', from) };
  const at = call + `send(${argument}`.length;
  return {
    site: {
      kind: 'call',
      id: argument,
      path,
      span: { start: call, end: at + 1 },
      within: [fn, fn],
      name,
      group: name,
      needs: path === 'a.ts' ? ['types.ts'] : [],
    },
    edit: { start: at, end: at, text: '+' },
  };
}

function candidateWithout(without: ReadonlyMap<string, Blame>): Candidate {
  const left = WORK.filter(({ site }) => !without.has(site.id));
  const files = new Map(
    [...new Set(left.map(({ site }) => site.path))].map((path) => {
      const before = FILES[path] ?? '';
      const edits = left.filter(({ site }) => site.path === path).map(({ edit }) => edit);
      return [path, { before, edits, after: applyEdits(before, edits) }];
    }),
  );
  return { files, sites: left.map(({ site }) => site) };
}

type Texts = Readonly<Record<string, string>>;
/** What the fake says of a project; `check` counts from 1, and the first is of the texts as they are. */
type Script = (texts: Texts, check: number) => readonly Diagnostic[];

/** Runs the loop with a type checker that does what it is told. */
async function run(script: Script) {
  const seen: Texts[] = [];
  const outcome = await takeBackFailing({
    plan: candidateWithout,
    diagnose: async (staged) => {
      const texts = { ...FILES, ...Object.fromEntries(staged) };
      seen.push(texts);
      return script(texts, seen.length);
    },
    textOf: (path) => FILES[path],
  });
  return { outcome, takenBack: [...outcome.takenBack.keys()].sort(), seen };
}

function error(path: string, text: string, at: string, more: Partial<Diagnostic> = {}): Diagnostic {
  const start = text.indexOf(at);
  if (start === -1) throw new Error(`${at} is not in ${path}`);
  return { path, start, length: at.length, code: 2353, message: `bad ${at}`, related: [], ...more };
}

/** An error at `at` in `path` for as long as the text holds `cause`. */
function whileThere(path: string, cause: string, at = cause, more: Partial<Diagnostic> = {}): Script {
  return (texts) => {
    const where = more.path ?? path;
    return (texts[path] ?? '').includes(cause) ? [error(where, texts[where] ?? '', at, more)] : [];
  };
}

function all(...scripts: readonly Script[]): Script {
  return (texts, check) => scripts.flatMap((script) => script(texts, check));
}

describe('the type check of a staged plan', () => {
  test('takes nothing back when there is no new error', async () => {
    const { outcome, takenBack } = await run(all());
    expect(outcome).toMatchObject({ kind: 'passed', checks: 2 });
    expect(takenBack).toEqual([]);
  });

  test('takes back the one call in whose edit there is a new error, and keeps the rest', async () => {
    const { outcome, takenBack, seen } = await run(whileThere('a.ts', 'send(2+)'));
    expect(outcome).toMatchObject({ kind: 'passed', checks: 3 });
    expect(takenBack).toEqual(['2']);
    expect(seen.at(-1)?.['a.ts']).toContain('send(1+); send(2);');
    expect(outcome.takenBack.get('2')?.diagnostic.message).toBe('bad send(2+)');
  });

  test('takes several calls back in one round', async () => {
    const script = all(whileThere('a.ts', 'send(1+)'), whileThere('b.ts', 'send(4+)'));
    const { outcome, takenBack } = await run(script);
    expect(outcome).toMatchObject({ kind: 'passed', checks: 3 });
    expect(takenBack).toEqual(['1', '4']);
  });

  test('takes back a call whose error shows only once another is gone', async () => {
    const late: Script = (texts) =>
      texts['a.ts']?.includes('send(1+)') ? [] : whileThere('a.ts', 'send(3+)')(texts, 0);
    const { takenBack } = await run(all(whileThere('a.ts', 'send(1+)'), late));
    expect(takenBack).toEqual(['1', '3']);
  });

  test('takes back all calls of a function whose head has the error', async () => {
    const head: Script = (texts) =>
      /send\([12]\+/.test(texts['a.ts'] ?? '') ? [error('a.ts', texts['a.ts'] ?? '', 'one()')] : [];
    const { outcome, takenBack } = await run(head);
    expect(outcome).toMatchObject({ kind: 'passed', checks: 3 });
    expect(takenBack).toEqual(['1', '2']);
  });

  test('lets errors be that the project has already, though they move and are worded anew', async () => {
    const old: Script = (texts) => [
      error('a.ts', texts['a.ts'] ?? '', 'two', { message: `bad of ${texts['a.ts']?.length}` }),
      error('b.ts', texts['b.ts'] ?? '', 'three'),
    ];
    expect((await run(old)).takenBack).toEqual([]);
    // One that is reported at another place of the file, with the same words.
    const moving: Script = (texts) => [
      error('a.ts', texts['a.ts'] ?? '', texts['a.ts']?.includes('send(1+)') ? '+)' : 'two', {
        message: 'old',
      }),
    ];
    expect((await run(moving)).takenBack).toEqual([]);
  });

  test('counts a second error of the same kind as new', async () => {
    const old: Script = (texts) => [error('a.ts', texts['a.ts'] ?? '', 'two', { message: 'same' })];
    const { takenBack } = await run(all(old, whileThere('a.ts', 'send(3+)', '3+', { message: 'same' })));
    expect(takenBack).toEqual(['3']);
  });

  test('finds the function that an untouched file speaks of', async () => {
    const { outcome, takenBack } = await run(whileThere('b.ts', 'send(4+)', 'fn', { path: 'types.ts' }));
    expect(outcome).toMatchObject({ kind: 'passed' });
    expect(takenBack).toEqual(['4']);
  });

  test('follows the place that TypeScript names with an error in another file', async () => {
    const script: Script = (texts) => {
      const text = texts['a.ts'] ?? '';
      if (!text.includes('send(3+)')) return [];
      const related = [{ path: 'a.ts', start: text.indexOf('3+') }];
      return [error('types.ts', texts['types.ts'] ?? '', 'const', { related })];
    };
    const { outcome, takenBack } = await run(script);
    expect(outcome.takenBack.get('3')).toMatchObject({ diagnostic: { path: 'types.ts' }, at: { start: 0 } });
    expect(takenBack).toContain('3');
    expect(takenBack).toEqual(['3']);
  });

  test('narrows a suspicion down to the function that caused the error, wherever it shows', async () => {
    // Nothing of the error leads to `one`: the line names `three`, whose call is innocent.
    const { outcome, takenBack } = await run(whileThere('a.ts', 'send(2+)', 'void', { path: 'types.ts' }));
    expect(outcome).toMatchObject({ kind: 'passed', checks: 8 });
    expect(takenBack).toEqual(['1', '2']);
  });

  test('gives back what was suspected first, when that did not help', async () => {
    // In the text of call 1, caused by call 3.
    const { outcome, takenBack } = await run(whileThere('a.ts', 'send(3+)', 'send(1'));
    expect(outcome).toMatchObject({ kind: 'passed', checks: 7 });
    expect(takenBack).toEqual(['3']);
  });

  test('says which error a function would bring that stays taken back after all', async () => {
    const { outcome } = await run(
      all(
        whileThere('a.ts', 'send(3+)', 'void', { path: 'types.ts', message: 'by three' }),
        whileThere('b.ts', 'send(4+)', '() =>', { path: 'types.ts', message: 'by four', code: 1 }),
      ),
    );
    expect(outcome.kind).toBe('passed');
    expect([...outcome.takenBack].map(([id, { diagnostic }]) => [id, diagnostic.message]).sort()).toEqual([
      ['3', 'by three'],
      ['4', 'by four'],
    ]);
  });

  test('counts an error that is there without any change as the project\u2019s own, and starts anew', async () => {
    const flaky: Script = (texts, check) =>
      check > 1 ? [error('types.ts', texts['types.ts'] ?? '', 'void')] : [];
    const { outcome, takenBack } = await run(all(flaky, whileThere('a.ts', 'send(2+)')));
    expect(outcome.kind).toBe('passed');
    expect(takenBack).toEqual(['2']);
  });

  test('gives up on an error that stays though all calls are taken back, and names it', async () => {
    let plans = 0;
    const outcome = await takeBackFailing({
      // A file that no site accounts for is written in every plan.
      plan: (without) => {
        plans += 1;
        const { files, sites } = candidateWithout(without);
        const edits = [{ start: 0, end: 0, text: '!' }];
        return { sites, files: new Map([...files, ['types.ts', { before: 'x', after: '!x', edits }]]) };
      },
      diagnose: async (texts) =>
        texts.has('types.ts')
          ? [{ path: 'types.ts', start: 0, length: 1, code: 1, message: 'no', related: [] }]
          : [],
      textOf: () => undefined,
    });
    expect(outcome).toMatchObject({ kind: 'stuck', errors: [{ path: 'types.ts', message: 'no' }] });
    expect(plans).toBeLessThan(10);
  });

  test('an error for each call, one after the other, ends all the same', async () => {
    let last = 0;
    const { outcome } = await run((texts) => {
      last += 1;
      const found = WORK.find(({ site }) => texts[site.path]?.includes(`send(${site.id}+)`));
      return found ? [error(found.site.path, texts[found.site.path] ?? '', `send(${found.site.id}+)`)] : [];
    });
    expect(outcome.kind).toBe('passed');
    expect([...outcome.takenBack.keys()].sort()).toEqual(['1', '2', '3', '4']);
    expect(last).toBeLessThan(20);
  });

  test('an error for each of many calls ends after a number of checks that does not grow with them', async () => {
    const names = Array.from({ length: 60 }, (_, at) => `call${at}`);
    const before = names.map((name) => `${name}();\n`).join('');
    const sites = names.map((name): Site => {
      const start = before.indexOf(`${name}(`);
      const span = { start, end: start + name.length + 2 };
      return { kind: 'call', id: name, path: 'a.ts', span, within: [], name, group: name, needs: [] };
    });
    const outcome = await takeBackFailing({
      plan: (without) => {
        const left = sites.filter(({ id }) => !without.has(id));
        const edits = left.map(({ span }): Edit => ({ start: span.end - 1, end: span.end - 1, text: '+' }));
        const files = new Map([['a.ts', { before, edits, after: applyEdits(before, edits) }]]);
        return { sites: left, files: left.length > 0 ? files : new Map() };
      },
      // The first call that is changed is wrong, and hides what is wrong with the others.
      diagnose: async (texts) => {
        const start = texts.get('a.ts')?.indexOf('+') ?? -1;
        return start === -1 ? [] : [{ path: 'a.ts', start, length: 1, code: 1, message: 'no', related: [] }];
      },
      textOf: () => before,
    });
    expect(outcome.kind).toBe('passed');
    expect([...outcome.takenBack.keys()].sort()).toEqual([...names].sort());
    // The first check, 16 rounds, 24 trials.
    expect(outcome.checks).toBe(41);
  });

  test('is unfinished when the first check fails, with nothing taken back', async () => {
    const { outcome, takenBack } = await run(() => {
      throw new TypeCheckFailure('it ended with SIGSEGV');
    });
    expect(outcome).toMatchObject({ kind: 'unfinished', why: 'it ended with SIGSEGV', checks: 1 });
    expect(takenBack).toEqual([]);
  });

  test('keeps what it knows to be wrong taken back when time runs out', async () => {
    const { outcome, takenBack } = await run((texts, check) => {
      if (check > 2) throw new TypeCheckFailure('it took longer than 60 seconds');
      return whileThere('a.ts', 'send(2+)')(texts, check);
    });
    expect(outcome.kind).toBe('unfinished');
    expect(takenBack).toEqual(['2']);
  });

  test('has passed when time runs out in the attempt to give back', async () => {
    const { outcome, takenBack } = await run((texts, check) => {
      if (check > 3) throw new TypeCheckFailure('it took longer than 60 seconds');
      return whileThere('b.ts', 'send(4+)', 'fn', { path: 'types.ts' })(texts, check);
    });
    expect(outcome.kind).toBe('passed');
    expect(takenBack).toEqual(['4']);
  });

  test('does not take a defect of its own for a failure of the check', async () => {
    const broken = run(() => {
      throw new RangeError('defect');
    });
    await expect(broken).rejects.toThrow('defect');
  });
});
