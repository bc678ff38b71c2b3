import { expect, test } from 'vitest';
import { inspectProject } from '../../src/inspect/inspect.js';
import { createModuleHost } from '../../src/project/module-host.js';
import { hashesFor } from '../../src/project/module-names.js';
import { folderWith, projectIn } from './folders.js';

const FILES = {
  'package.json': JSON.stringify({
    name: 'shop',
    imports: { '#db': './lib/data/db.ts', '#jobs/*': './jobs/*.ts' },
    dependencies: { next: '15.5.0', 'signal-next': '0.1.0' },
  }),
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      baseUrl: '.',
      paths: { '@/*': ['./*'], '@db': ['lib/data/db.ts'], 'ui/*': ['components/*/index.tsx'] },
    },
  }),
  'lib/data/db.ts': 'export const db = {};',
  'lib/index.ts': "export * from './data/db';",
  'lib/data/index.ts': "export * from './db.js';",
  'lib/data/use.ts': "import { db } from '.';",
  'lib/use.ts': "import { db } from './';\nimport type { a } from '../lib';",
  'jobs/nightly.job.ts': "import { db } from '#db';",
  'components/button/index.tsx': 'export const Button = () => null;',
  'components/list/index.tsx': "import { Button } from '../button';",
  'app/layout.tsx': 'export default function Layout() { return null; }',
  'app/page.tsx':
    "import { Button } from 'ui/button';\nimport { db } from '@db';\nimport '#jobs/nightly.job';",
  'app/[...slug]/page.tsx': "import { db } from '@/lib';",
  'app/(shop)/cart.ts': "const { db } = require('lib/data/db');",
  'app/(shop)/later.ts': "export const later = () => import(/* webpackChunkName: 'db' */ '@/lib/data/db');",
  'app/nobody.ts': "export const text = 'lib/data/db';",
};

test('the files that name a module are those that a look at all files finds', () => {
  const folder = folderWith(FILES);
  const project = projectIn(folder.root);
  const { host, paths } = inspectProject(project, { distinctId: 'header-first' });
  const plain = createModuleHost(project, new Map(), { paths: () => paths });
  for (const path of paths) expect(host.users?.(path), path).toEqual(plain.users?.(path));
  expect(host.users?.('lib/data/db.ts')).toHaveLength(6);
});

test.each([
  ['another package', '../ui/button.tsx', []],
  ['a name that begins with a dot', 'lib/.env.ts', []],
  ['an alias that is a part of a name', 'lib/a.ts', [alias('@*', './lib/*')]],
  ['an alias that puts something behind the name', 'lib/a.ts', [alias('@/*', './lib/*.server.impl/x')]],
])('nothing is known by its name of %s', (_, path, aliases) => {
  expect(hashesFor(path, aliases)).toBeUndefined();
});

function alias(pattern: string, target: string) {
  const split = (text: string) => {
    const [before = '', after] = text.split('*');
    return { before, after };
  };
  return { ...split(pattern), targets: [split(target)] };
}
