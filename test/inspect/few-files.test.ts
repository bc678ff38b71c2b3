import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gate, hangsOn } from '../../src/gate/gate.js';
import { foundIn } from '../../src/inspect/findings.js';
import { type Inspection, inspectProject } from '../../src/inspect/inspect.js';
import { projectIn } from '../project/folders.js';
import { projectFixtures } from '../support/project-fixtures.js';
import { nextApp, withProject } from '../support/project-folder.js';

/** What is said of one file, by an inspection of the whole app or of a few files. */
async function saidOf(path: string, inspection: Inspection): Promise<string[]> {
  const baseline = { path: '', entries: [] };
  const { findings } = gate(await foundIn(inspection), inspection, {
    baseline,
    isAbout: (finding) => hangsOn(finding, (one) => one === path),
  });
  return findings.map((one) => `${one.path}:${one.start} ${one.severity} ${one.rule}: ${one.message}`).sort();
}

/** What files that nobody asked for, and that are not imported, make of a call is not known there. */
const SAYS_OTHERWISE = [
  // An abstract class is not asked what its subclasses do.
  'abstract-method-with-an-override',
  // Who else is of a type, and who else is made by a function.
  'decorators-that-pass-on-to-what-is-of-their-type',
  'functions-that-wrappers-run-and-others-call-without-a-request-are-refused',
];

test.each(projectFixtures().filter(({ name }) => !SAYS_OTHERWISE.includes(name)))(
  '$name: of one file is said what a look at all files says of it',
  async ({ input, expected }) => {
    const folder = withProject(input);
    try {
      execFileSync('git', ['init', '-q'], { cwd: folder.root });
      const project = projectIn(join(folder.root, expected.app ?? '.'));
      const options = { distinctId: 'header-first', ...expected.options } as const;
      const whole = inspectProject(project, options);
      const said: Record<string, string[]> = {};
      const wholly: Record<string, string[]> = {};
      for (const path of whole.paths) {
        const few = inspectProject(project, { ...options, asked: [path] });
        said[path] = [few.extent, ...(await saidOf(path, few))];
        wholly[path] = [few.extent, ...(await saidOf(path, whole))];
      }
      expect(said).toEqual(wholly);
    } finally {
      folder.remove();
    }
  },
);

const ROUTE = `import { signal } from '@/lib/signal-server';

export async function POST() {
  signal.capture({ event: 'ordered', distinctId: 'u1' });
  return Response.json({});
}
`;
const TEMPLATE = readFileSync(new URL('../../templates/signal-server.ts', import.meta.url), 'utf8');
const APP = {
  ...nextApp(),
  '.gitignore': 'generated\n',
  'lib/signal-server.ts': TEMPLATE,
  'app/api/order/route.ts': ROUTE,
  'app/plain.ts': 'export const one = 1;\n',
  'app/suppressed.ts': '// signal-next-ignore-next-line session-lost: not ours\nexport const two = 2;\n',
  'app/options.ts': 'export const options = { addTracingHeaders: true };\n',
  'app/providers.tsx':
    "import { SignalNextProvider } from 'signal-next/client';\nexport { SignalNextProvider };\n",
  'packages/own/package.json': { name: 'own' },
  'packages/own/route.ts': ROUTE,
  'generated/route.ts': ROUTE,
};

test.each([
  ['app/api/order/route.ts', 'files'],
  ['app/plain.ts', 'files'],
  ['app/gone.ts', 'app'],
  ['app/layout.tsx', 'app'],
  ['app/suppressed.ts', 'app'],
  ['app/options.ts', 'app'],
  ['app/providers.tsx', 'app'],
  ['lib/signal-server.ts', 'app'],
  ['packages/own/route.ts', 'app'],
  ['generated/route.ts', 'app'],
])('to tell what is to be said of %s takes a look at the %s', (path, extent) => {
  const folder = withProject({ 'app/layout.tsx': 'export default () => null;\n', ...APP });
  try {
    folder.git('init', '-q');
    const project = projectIn(folder.root);
    const inspection = inspectProject(project, { distinctId: 'header-first', asked: [path] });
    expect(inspection.extent).toBe(extent);
  } finally {
    folder.remove();
  }
});

test('the whole app is looked at where git does not answer', () => {
  const folder = withProject(APP);
  try {
    const options = { distinctId: 'header-first', asked: ['app/api/order/route.ts'] } as const;
    expect(inspectProject(projectIn(folder.root), options).extent).toBe('app');
  } finally {
    folder.remove();
  }
});

test('calls of helpers are followed three imports far', async () => {
  const pass = (to: string, inner: string, name: string): string =>
    `import { ${inner} } from './${to}';\nexport const ${name} = (id: string) => ${inner}(id);\n`;
  const route = (name: string, from: string): string =>
    `import { ${name} } from '@/lib/${from}';\nexport async function POST(request: Request) {\n  ${name}(request.url);\n  return Response.json({});\n}\n`;
  const folder = withProject({
    ...APP,
    'lib/track.ts':
      "import { signal } from './signal-server';\nexport const track = (id: string) => signal.capture({ event: 'a', distinctId: id });\n",
    'lib/two.ts': pass('track', 'track', 'two'),
    'lib/three.ts': pass('two', 'two', 'three'),
    'lib/four.ts': pass('three', 'three', 'four'),
    'app/api/three/route.ts': route('three', 'three'),
    'app/api/four/route.ts': route('four', 'four'),
  });
  try {
    folder.git('init', '-q');
    const project = projectIn(folder.root);
    const said = async (asked: string) => {
      const inspection = inspectProject(project, { distinctId: 'header-first', asked: [asked] });
      return (await saidOf(asked, inspection)).map((one) => one.split(':')[0]);
    };
    expect(await said('app/api/three/route.ts')).toContain('app/api/three/route.ts');
    expect(await said('app/api/four/route.ts')).toEqual([]);
  } finally {
    folder.remove();
  }
});
