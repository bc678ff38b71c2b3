import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { type BaselineEntry, matchBaseline } from '../../src/gate/baseline.js';
import { baselineText, parseBaseline } from '../../src/gate/baseline-file.js';
import type { Identity } from '../../src/gate/identity.js';

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/baseline.v1.schema.json', import.meta.url), 'utf8'),
);
const isValid = new Ajv().compile(schema);

function identity(path: string, name: string, nth = 1): Identity {
  const hash = Buffer.from(name.padEnd(8, '.')).toString('hex');
  return { path, rule: 'session-not-forwarded', in: 'POST', code: `${name}()`, hash, nth };
}

function entry(path: string, name: string, nth = 1): BaselineEntry {
  return { ...identity(path, name, nth), at: undefined };
}

describe('the baseline file', () => {
  const some = [identity('app/b.ts', 'one'), identity('app/a.ts', 'two', 2), identity('app/a.ts', 'two', 1)];

  test('is sorted, with one line for each entry, and the same whatever the order', () => {
    const text = baselineText(some);
    const lines = text.split('\n').filter((line) => line.includes('"path"'));
    expect(
      lines.map((line) => JSON.parse(line.replace(/,$/, ''))).map(({ path, nth }) => [path, nth]),
    ).toEqual([
      ['app/a.ts', 1],
      ['app/a.ts', 2],
      ['app/b.ts', 1],
    ]);
    expect(baselineText([...some].reverse())).toBe(text);
    expect(text.endsWith('}\n')).toBe(true);
  });

  test.each([[some], [[]]])('follows its schema, and is read as it was written', (identities) => {
    const text = baselineText(identities);
    expect(isValid(JSON.parse(text)), JSON.stringify(isValid.errors)).toBe(true);
    const read = parseBaseline(text, 'b.json');
    expect(baselineText(read)).toBe(text);
    for (const { at, path, hash } of read) {
      const line = text.slice(at?.start, at?.end);
      expect(JSON.parse(line)).toMatchObject({ path, hash });
    }
  });

  test('may be written on Windows', () => {
    const text = `\uFEFF${baselineText(some).replaceAll('\n', '\r\n')}`;
    expect(baselineText(parseBaseline(text, 'b.json'))).toBe(baselineText(some));
  });

  describe('in which the lines of both sides of a merge were kept', () => {
    const [base, left, right] = ['base', 'left', 'right'].map((name) => identity('app/a.ts', name)) as [
      Identity,
      Identity,
      Identity,
    ];
    const linesOf = (...identities: Identity[]): string[] => baselineText(identities).split('\n');
    const [entry, otherEntry] = [linesOf(left)[4] ?? '', linesOf(right)[4] ?? ''];

    test.each([
      ['without the comma between them', [entry, otherEntry]],
      ['with a comma behind the last', [`${entry},`, `${otherEntry},`]],
      ['with two commas', [`${entry},,`, otherEntry]],
      ['with a comma on a line of its own', [entry, ',', otherEntry]],
      ['with a blank line', [entry, '', otherEntry]],
      ['with Windows line ends', [`${entry}\r`, `${otherEntry}\r`]],
    ])('is read %s, each entry at its line', (_name, kept) => {
      const all = linesOf(base, left);
      const text = [...all.slice(0, 4), linesOf(base)[4], ...kept, ...all.slice(6)].join('\n');
      const read = parseBaseline(text, 'b.json');
      expect(read.map(({ code }) => code)).toEqual(['base()', 'left()', 'right()']);
      for (const { at, code } of read) expect(JSON.parse(text.slice(at?.start, at?.end)).code).toBe(code);
    });

    test.each([true, false])('is read where one side has emptied the list, the first: %s', (isFirst) => {
      const empty = '  "findings": []';
      const all = linesOf(base, left);
      const list = all.slice(3, 7);
      const text = [
        ...all.slice(0, 3),
        ...(isFirst ? [empty, ...list] : [...list, empty]),
        ...all.slice(7),
      ].join('\n');
      expect(parseBaseline(text, 'b.json').map(({ code }) => code)).toEqual(['base()', 'left()']);
    });
  });

  test.each([
    ['{', /^b\.json:1 is not valid JSON/],
    ['[]', /^b\.json:1 is not a baseline/],
    [
      '{\n  "version": 2,\n  "findings": []\n}',
      /^b\.json:2 gives the version 2, and this signal-next reads version 1/,
    ],
    ['{ "version": 1 }', /^b\.json:1 is not a baseline, which is an object with the list "findings"/],
    ['{ "version": "1.0.0", "packages": {} }', /^b\.json:1 is not a baseline.*would be written over/],
    [
      '{\n  "version": 1,\n  "findings": [\n    { "path": 1 }\n  ]\n}',
      /^b\.json:3 holds an entry that cannot be read: findings\[0\]/,
    ],
    [baselineText(some).replace('"app/b.ts",', '"app/b.ts"'), /^b\.json:7 is not valid JSON/],
    [
      baselineText(some).replace('    {"path":"app/b', '    // kept\n    {"path":"app/b'),
      /^b\.json:7 is not valid JSON \(Unexpected token '\/'\)\. Correct that line/,
    ],
    [
      `<<<<<<< ours\n${baselineText(some)}=======\n>>>>>>> theirs\n`,
      /^b\.json:1 holds a merge conflict\. Take out the lines that git has added .* and keep those of both sides/,
    ],
  ])('that is none says so: %#', (text, message) => {
    expect(() => parseBaseline(text, 'b.json')).toThrow(message);
  });
});

describe('a baseline', () => {
  const isThere = (): boolean => true;

  test('knows what it lists, and calls the rest stale', () => {
    const found = [identity('a.ts', 'one'), identity('a.ts', 'two')];
    const { known, stale } = matchBaseline(found, [entry('a.ts', 'one'), entry('a.ts', 'gone')], isThere);
    expect([...known]).toEqual([0]);
    expect(stale).toEqual([entry('a.ts', 'gone')]);
  });

  test('does not let a finding pass in exchange for another', () => {
    const { known, stale } = matchBaseline([identity('a.ts', 'new')], [entry('a.ts', 'old')], isThere);
    expect(known.size).toBe(0);
    expect(stale).toHaveLength(1);
    const elsewhere = matchBaseline([identity('b.ts', 'one')], [entry('a.ts', 'one')], isThere);
    expect(elsewhere.known.size).toBe(0);
  });

  test('counts equal findings', () => {
    const found = [identity('a.ts', 'one', 1), identity('a.ts', 'one', 2)];
    const { known } = matchBaseline(found, [entry('a.ts', 'one', 1)], isThere);
    expect([...known]).toEqual([0]);
  });

  test('follows a file that is gone to where its code is now, once', () => {
    const found = [identity('new/a.ts', 'one'), identity('copy/a.ts', 'one')];
    const { known, stale } = matchBaseline(found, [entry('old/a.ts', 'one')], (path) => path !== 'old/a.ts');
    expect([...known]).toEqual([0]);
    expect(stale).toEqual([]);
  });
});
