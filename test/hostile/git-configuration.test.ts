import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { APP_WITH_PROVIDER, committed } from '../cli/support/apps.js';
import { cli } from '../cli/support/run-cli.js';

/** Everything in a repository's configuration that names a program which some git command runs. */
const PROGRAMS = [
  ...['core.fsmonitor', 'core.sshCommand', 'core.askPass', 'core.editor', 'core.pager', 'core.gitProxy'],
  ...[
    'core.alternateRefsCommand',
    'diff.external',
    'diff.own.command',
    'diff.own.textconv',
    'merge.own.driver',
  ],
  ...[
    'filter.own.clean',
    'filter.own.smudge',
    'filter.own.process',
    'filter.a=b.clean',
    'filter.a.b.process',
  ],
  ...[
    'gpg.program',
    'credential.helper',
    'sequence.editor',
    'pager.status',
    'pager.diff',
    'uploadpack.packObjectsHook',
  ],
];
const COMMANDS = ['status', 'ls-files', 'diff', 'rev-parse', 'merge-base', 'check-ignore', 'config'];

test.each([
  [['check']],
  [['check', '--changed', 'HEAD']],
  [['migrate', '--yes', '--no-typecheck']],
  [['init', '--yes', '--skip-install']],
  [['undo']],
])('%j runs no program that the configuration of the repository names', async (args) => {
  const folder = committed({
    ...APP_WITH_PROVIDER,
    '.gitattributes': '*.ts filter=own diff=own merge=own\n*.tsx filter=a=b diff=own\n*.json filter=a.b\n',
  });
  const ran = (name: string): string => `touch ${folder.root}/ran-${name.replace(/\W/g, '-')}; cat`;
  for (const key of PROGRAMS) folder.git('config', key, ran(key));
  for (const command of COMMANDS) folder.git('config', `alias.${command}`, `!${ran(`alias-${command}`)}`);
  folder.write('.git/own-hooks/post-index-change', `#!/bin/sh\ntouch ${folder.root}/ran-hook\n`);
  folder.git('config', 'core.hooksPath', join(folder.root, '.git/own-hooks'));
  // What is missing would be fetched, by a transport that is a program.
  folder.git('config', 'protocol.ext.allow', 'always');
  folder.git('config', 'remote.origin.url', `ext::sh -c touch% ${folder.root}/ran-transport`);
  folder.git('config', 'remote.origin.promisor', 'true');
  folder.git('config', 'extensions.partialClone', 'origin');
  folder.write('lib/other.ts', 'export const one = 1;\n');
  // Where there is a cache, git is asked which files have changed.
  folder.write('node_modules/next/package.json', { name: 'next', version: '16.0.0' });
  // Files whose times differ from the index are read again, through their filters.
  for (const path of [
    'app/api/order/route.ts',
    'app/layout.tsx',
    'app/providers.tsx',
    'lib/signal.ts',
    'tsconfig.json',
  ])
    utimesSync(join(folder.root, path), 1, 1);
  await cli(folder.root, args);
  const traces = folder.git('-c', 'core.fsmonitor=', 'ls-files', '-o').match(/^ran-.*$/gm);
  expect(traces).toBeNull();
});
