// A seeded Next.js app of any number of source files, written into a folder of its own and kept there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, ordinary, tracking } from './sources.mjs';
import { capital, Draw } from './words.mjs';

/** Changed whenever the same seed gives other files. */
const EDITION = '3';
const SEED = 20607;
/** Of the files. */
const SHARE_WITH_CALLS = 0.005;
const SHARE_OF_BUNDLES = 0.002;
const MEDIAN_SIZE = 4700;
const SIGMA = 0.8;

/** The history is not what is measured. */
const QUICK = [
  ['gc.auto', '0'],
  ['core.looseCompression', '0'],
  ['core.fsync', 'none'],
];

const repository = join(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * The folder of a generated app with `count` source files; made the first time.
 * @param calls `none`: Signal is not used; `direct`: 0.5 % of the files hold a Signal call in a route or an action;
 * `helpers`: half of those are exported helpers, with two routes each that call them.
 */
export function treeOf(folder, count, calls) {
  const root = join(folder, `tree-${EDITION}-${count}-${calls}`);
  const done = join(root, '.git', 'complete');
  if (existsSync(done)) return root;
  rmSync(root, { recursive: true, force: true });
  for (const [path, text] of filesOf(count, calls)) {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  git(root, 'init', '-q');
  for (const [setting, value] of QUICK) git(root, 'config', setting, value);
  git(root, 'add', '-A');
  git(
    root,
    '-c',
    'user.name=bench',
    '-c',
    'user.email=bench@localhost',
    'commit',
    '-qm',
    'The generated app',
  );
  writeFileSync(done, '');
  return root;
}

function git(cwd, ...args) {
  const { status, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args[0]} failed in ${cwd}: ${stderr}`);
}

function* filesOf(count, calls) {
  const draw = new Draw(SEED);
  yield* setUp(calls);
  const special =
    calls === 'none' ? [] : [...filesWithCalls(draw, Math.round(count * SHARE_WITH_CALLS), calls)];
  yield* special.map(({ path, text }) => [path, text]);
  const already = calls === 'none' ? 2 : 4;
  const known = [];
  for (let index = special.length + already; index < count; index += 1) yield oneFile(draw, index, known);
}

function* setUp(calls) {
  const dependencies = {
    next: '16.0.0',
    react: '19.0.0',
    ...(calls === 'none' ? {} : { 'signal-next': '0.1.0' }),
  };
  yield ['package.json', `${JSON.stringify({ name: 'bench-app', private: true, dependencies }, null, 2)}\n`];
  yield ['.gitignore', 'node_modules\n.next\n'];
  const compilerOptions = {
    strict: true,
    jsx: 'preserve',
    moduleResolution: 'bundler',
    paths: { '@/*': ['./src/*'] },
  };
  yield ['tsconfig.json', `${JSON.stringify({ compilerOptions }, null, 2)}\n`];
  yield ['src/lib/auth.ts', 'export async function currentUser() {\n  return { id: "u1" };\n}\n'];
  const open = calls === 'none' ? '' : '<SignalProvider>';
  const close = calls === 'none' ? '' : '</SignalProvider>';
  const provider =
    calls === 'none' ? '' : "import { SignalProvider } from '@/components/signal-provider';\n\n";
  yield [
    'src/app/layout.tsx',
    `${provider}export default function RootLayout({ children }: { children: React.ReactNode }) {\n  return (\n    <html lang="en">\n      <body>${open}{children}${close}</body>\n    </html>\n  );\n}\n`,
  ];
  if (calls === 'none') return;
  const template = (name) => readFileSync(join(repository, 'templates', name), 'utf8');
  yield ['src/lib/signal-server.ts', template('signal-server.ts')];
  yield ['src/components/signal-provider.tsx', template('signal-provider.tsx')];
}

function* filesWithCalls(draw, count, calls) {
  const pad = () =>
    ordinary(draw, { kind: 'lib', name: draw.action(), size: 2500, imports: [] }).replaceAll(
      /^import.*\n/gm,
      '',
    );
  const helpers = calls === 'helpers' ? Math.floor(count / 2) : 0;
  for (let index = 0; index < helpers; index += 1) {
    const event = `${draw.noun()}-${draw.noun()}-${index}`;
    const names = { event, helper: `track${capital(draw.noun())}${index}` };
    yield { path: `src/lib/tracking/${event}.ts`, text: tracking(draw, 'helper', names) };
    for (const caller of [1, 2]) {
      const path = `src/app/api/${draw.noun()}/${event}/${caller}/route.ts`;
      yield { path, text: tracking(draw, 'caller', names) + pad().replaceAll('export ', '') };
    }
  }
  for (let index = helpers; index < count; index += 1) {
    const event = `${draw.noun()}-${draw.noun()}-${index}`;
    const isRoute = draw.chance(0.6);
    const text = tracking(draw, isRoute ? 'route' : 'action', { event }) + pad().replaceAll('export ', '');
    yield { path: isRoute ? `src/app/api/${event}/route.ts` : `src/features/${event}/actions.ts`, text };
  }
}

const KINDS = [
  [0.42, 'component', (area, name) => `src/components/${area}/${name}.tsx`],
  [0.2, 'lib', (area, name) => `src/features/${area}/${name}.ts`],
  [0.16, 'lib', (area, name) => `src/lib/${area}/${name}.ts`],
  [0.08, 'page', (area, name) => `src/app/(${area})/${name}/[id]/page.tsx`],
  [0.06, 'route', (area, name) => `src/app/api/${area}/${name}/route.ts`],
  [0.05, 'test', (area, name) => `src/features/${area}/${name}.test.ts`],
  [0.03, 'script', (area, name) => `scripts/${area}/${name}.js`],
];

function kindAt(place) {
  let sum = 0;
  for (const kind of KINDS) {
    sum += kind[0];
    if (place < sum) return kind;
  }
  return KINDS[0];
}

/** `known` are files made before, which later ones import. */
function oneFile(draw, index, known) {
  const area = `${draw.noun()}-${draw.below(12)}`;
  const size = Math.min(draw.logNormal(MEDIAN_SIZE, SIGMA), 200_000);
  // One that the size limit keeps out of the parser, in every tree.
  if (index === 10) return ['src/generated/editor.js', bundle(draw, 2_500_000)];
  if (draw.chance(SHARE_OF_BUNDLES)) {
    return [`src/generated/${area}/bundle-${index}.js`, bundle(draw, 60_000 + draw.below(240_000))];
  }
  const [, kind, pathOf] = kindAt(draw.next());
  const word = `${draw.noun()}-${draw.noun()}`;
  const path = pathOf(area, `${word}-${index}`);
  const name = kind === 'component' ? `${capital(draw.noun())}View${index}` : `${draw.action()}${index}`;
  const drawn = Array.from({ length: Math.min(known.length, draw.below(9)) }, () => draw.of(known));
  const imports = [...new Set(drawn)];
  if (kind === 'component' || kind === 'lib') {
    const specifier = `@/${path.replace(/^src\//, '').replace(/\.tsx?$/, '')}`;
    if (known.length < 5000) known.push({ specifier, name });
    else known[draw.below(5000)] = { specifier, name };
  }
  return [path, ordinary(draw, { kind, name, size, imports })];
}
