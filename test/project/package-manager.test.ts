import { describe, expect, test } from 'vitest';
import { installCommand } from '../../src/project/package-manager.js';
import { type FileContent, nextApp } from '../support/project-folder.js';
import { folderWith, projectIn } from './folders.js';

const projectWith = (files: Record<string, FileContent>) =>
  projectIn(folderWith({ ...nextApp(), ...files }).root);

test.each([
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['deno.lock', 'deno'],
])('%s means %s', (lockfile, manager) => {
  const project = projectWith({ [lockfile]: '' });
  expect(project.packageManager).toBe(manager);
  expect(project.evidence).toContainEqual({ fact: 'package manager', value: manager, because: lockfile });
});

test('the packageManager field beats a lockfile; devEngines counts; nothing means npm', () => {
  const field = { name: 'a', dependencies: { next: '16.0.0' }, packageManager: 'pnpm@9.1.0+sha512.abc' };
  expect(projectWith({ 'package.json': field, 'package-lock.json': '' }).packageManager).toBe('pnpm');
  const engines = { dependencies: { next: '16.0.0' }, devEngines: { packageManager: { name: 'bun' } } };
  expect(projectWith({ 'package.json': engines }).packageManager).toBe('bun');
  expect(projectWith({}).packageManager).toBe('npm');
});

test("the workspace root's lockfile counts for a member, one beyond it does not", () => {
  const { root } = folderWith({
    'yarn.lock': '',
    'mono/package.json': { workspaces: ['apps/*'] },
    'mono/pnpm-lock.yaml': '',
    'mono/apps/web/package.json': { dependencies: { next: '16.0.0' } },
    'mono/apps/web/app/page.tsx': '',
    'alone/package.json': { dependencies: { next: '16.0.0' } },
    'alone/app/page.tsx': '',
  });
  expect(projectIn(`${root}/mono/apps/web`).packageManager).toBe('pnpm');
  expect(projectIn(`${root}/alone`).packageManager).toBe('npm');
});

describe('the install command', () => {
  const display = (files: Record<string, FileContent>) =>
    installCommand(projectWith(files), 'signal-next').display;

  test.each([
    ['package-lock.json', 'npm i signal-next'],
    ['pnpm-lock.yaml', 'pnpm add signal-next'],
    ['yarn.lock', 'yarn add signal-next'],
    ['bun.lock', 'bun add signal-next'],
    ['deno.lock', 'deno add npm:signal-next'],
  ])('with %s: %s', (lockfile, expected) => {
    expect(display({ [lockfile]: '' })).toBe(expected);
  });

  test('in a workspace root, pnpm and Yarn 1 are told that it is meant', () => {
    const workspaces = { dependencies: { next: '16.0.0' }, workspaces: ['packages/*'] };
    const pnpm = { 'pnpm-lock.yaml': '', 'pnpm-workspace.yaml': 'packages: ["packages/*"]' };
    expect(display(pnpm)).toBe('pnpm add signal-next -w');
    expect(display({ 'package.json': workspaces, 'yarn.lock': '' })).toBe('yarn add signal-next -W');
    expect(display({ 'package.json': workspaces, 'yarn.lock': '', '.yarnrc.yml': '' })).toBe(
      'yarn add signal-next',
    );
    expect(display({ 'package.json': workspaces, 'package-lock.json': '' })).toBe('npm i signal-next');
  });

  test('it runs in the app folder of a member, and quotes what a shell would take apart', () => {
    const { root } = folderWith({
      'package.json': {},
      'pnpm-workspace.yaml': 'packages: ["apps/*"]',
      'apps/web/package.json': { dependencies: { next: '16.0.0' } },
      'apps/web/app/page.tsx': '',
    });
    const command = installCommand(projectIn(`${root}/apps/web`), 'signal-next@>=1 <2');
    expect(command).toEqual({
      command: 'pnpm',
      args: ['add', 'signal-next@>=1 <2'],
      cwd: `${root}/apps/web`,
      display: "pnpm add 'signal-next@>=1 <2'",
    });
  });
});
