import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { detectProject } from '../../src/project/detect.js';
import { RULE_IDS } from '../../src/rules/catalogue.js';
import { type FileContent, nextApp } from '../support/project-folder.js';
import { folderWith, projectIn } from './folders.js';

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/config.v1.schema.json', import.meta.url), 'utf8'),
);
const isValid = new Ajv().compile(schema);

const SIGNAL = { module: '@acme/analytics', exportName: 'signal' };

function inPackage(config: unknown): Record<string, FileContent> {
  const app = nextApp();
  const packageJson = app['package.json'];
  const own = typeof packageJson === 'string' ? JSON.parse(packageJson) : packageJson;
  return { ...app, 'package.json': { ...own, 'signal-next': config } };
}

describe('the configuration', () => {
  test('is read from its file, or from package.json', () => {
    const config = { clients: ['@acme/analytics#signal'] };
    const file = folderWith({ ...nextApp(), 'signal-next.config.json': config });
    expect(projectIn(file.root).clients).toEqual([SIGNAL]);
    const inside = projectIn(folderWith(inPackage(config)).root);
    expect(inside.clients).toEqual([SIGNAL]);
    expect(inside.evidence).toContainEqual({
      fact: 'Signal client',
      value: '@acme/analytics#signal',
      because: '"signal-next" in package.json',
    });
    expect(projectIn(folderWith(nextApp()).root).clients).toEqual([]);
  });

  test('adds to what the command line names', () => {
    const file = folderWith({ ...nextApp(), 'signal-next.config.json': { clients: ['@/lib/a#default'] } });
    const result = detectProject(file.root, { clients: [SIGNAL] });
    expect(result).toMatchObject({
      project: { clients: [SIGNAL, { module: '@/lib/a', exportName: 'default' }] },
    });
  });

  test.each([
    [
      '{ "clients": [',
      'signal-next.config.json is not valid JSON: line 1',
      'Correct line 1 of signal-next.config.json',
    ],
    ['[]', 'signal-next.config.json holds an array, not an object', '`{}` is a valid one'],
    ['null', 'signal-next.config.json holds null, not an object', '`{}` is a valid one'],
    ['1', 'signal-next.config.json holds a number, not an object', '`{}` is a valid one'],
    [
      `{}${' '.repeat(2 * 1024 * 1024)}`,
      'signal-next.config.json is too large to read (2.0 MB; the limit is 2 MB)',
      'Restore signal-next.config.json (`{}` is a valid one)',
    ],
    [
      '{ "client": [] }',
      'signal-next.config.json:1:3 has a key that is not known: "client"',
      'the known keys are "clients", "exclude", "include", "rules" or "baseline"',
    ],
    [
      '{ "clients": "a#b" }',
      ':1:3 gives "clients" a value that is not an array',
      'Write each as "module#export"',
    ],
    [
      '{ "clients": ["a#b",\n "signal"] }',
      ':2:2 gives "clients[1]" the value "signal"',
      'Write each as "module#export"',
    ],
    ['{ "clients": [1] }', ':1:15 gives "clients[0]" the value 1', 'Write each as "module#export"'],
    [
      '{\n  "rules": { "session-lots": "off" }\n}',
      ':2:14 sets a rule that does not exist: "session-lots"',
      '"session-lost"',
    ],
    [
      '{ "rules": { "session-lost": "warn" } }',
      ':1:14 gives the rule "session-lost" the value "warn"',
      'Write "off", "warning" or "error"',
    ],
    [
      '{ "rules": ["session-lost"] }',
      ':1:3 gives "rules" a value that is not an object',
      '"placeholder-distinct-id": "off"',
    ],
    ['{ "exclude": "app" }', ':1:3 gives "exclude" a value that is not an array', 'Write globs'],
    ['{ "exclude": [""] }', ':1:15 gives "exclude[0]" the value ""', 'Write globs'],
    [
      '{ "include": ["webhook"] }',
      ':1:15 gives "include[0]" the value "webhook"',
      '"webhooks", "server-components" or "workspace-packages"',
    ],
    ['{ "baseline": "../b.json" }', ':1:3 gives "baseline" the value "../b.json"', "in the app's folder"],
    ['{ "baseline": "package.json" }', ':1:3 gives "baseline" the value "package.json"', 'of its own'],
    ['{ "baseline": "./package-lock.json" }', 'the value "./package-lock.json"', 'of its own'],
    ['{ "baseline": "ci/tsconfig.ci.json" }', 'the value "ci/tsconfig.ci.json"', 'of its own'],
  ])('%s is an error that names the file and the key', (text, what, next) => {
    const { root } = folderWith({ ...nextApp(), 'signal-next.config.json': text });
    expect(detectProject(root, {})).toEqual({
      kind: 'failure',
      message: expect.stringContaining(what),
      next: expect.stringContaining(next),
    });
  });

  test('is no folder, and --exclude would not help', () => {
    const { root } = folderWith({ ...nextApp(), 'signal-next.config.json/a.json': '{}' });
    expect(detectProject(root, {})).toEqual({
      kind: 'failure',
      message: expect.stringMatching(/signal-next\.config\.json is a directory, not a file\.?$/),
      next: 'Rename the directory signal-next.config.json, then run this again.',
    });
  });

  test('is given with its place in package.json', () => {
    const { root } = folderWith(inPackage({ rules: { 'session-lost': 1 } }));
    expect(detectProject(root, {})).toMatchObject({
      message: expect.stringMatching(/package\.json:8:7 gives the rule "session-lost" the value 1\.$/),
    });
  });

  test('has every rule in its schema', () => {
    expect(Object.keys(schema.properties.rules.properties).sort()).toEqual([...RULE_IDS].sort());
  });

  test('in package.json is checked too, and is not to stand in both places', () => {
    expect(detectProject(folderWith(inPackage([])).root, {})).toMatchObject({
      kind: 'failure',
      message: expect.stringMatching(/^"signal-next" in .*package\.json:\d+:3 is not an object\.$/),
    });
    const both = folderWith({ ...inPackage({}), 'signal-next.config.json': '{}' });
    expect(detectProject(both.root, {})).toMatchObject({
      kind: 'failure',
      message: expect.stringContaining('Both '),
    });
  });

  test.each([
    [{}, true],
    [{ $schema: './x.json', clients: ['@acme/analytics#signal', '@/lib/a#default', '#lib/a#x'] }, true],
    [{ clients: ['signal'] }, false],
    [{ clients: ['#signal'] }, false],
    [{ clients: ['a#b.c'] }, false],
    [{ clients: 'a#b' }, false],
    [{ client: [] }, false],
    [
      { rules: { 'session-lost': 'off', 'session-refused': 'error', 'placeholder-distinct-id': 'warning' } },
      true,
    ],
    [{ rules: { 'session-lots': 'off' } }, false],
    [{ rules: { 'session-lost': 'warn' } }, false],
    [{ rules: [] }, false],
    [
      { exclude: ['app/legacy/**'], include: ['webhooks', 'server-components'], baseline: 'ci/signal.json' },
      true,
    ],
    [{ exclude: [' '] }, false],
    [{ include: ['webhook'] }, false],
    [{ baseline: 'baseline.txt' }, false],
    [{ baseline: 'package-lock.json' }, false],
    [{ baseline: 'ci/tsconfig.ci.json' }, false],
    [{ baseline: 'ci/packages.json' }, true],
  ])('%j is judged as its schema judges it', (config, valid) => {
    expect(isValid(config)).toBe(valid);
    const { root } = folderWith({ ...nextApp(), 'signal-next.config.json': config });
    expect(detectProject(root, {}).kind).toBe(valid ? 'project' : 'failure');
  });
});
