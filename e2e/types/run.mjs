// Compiles what `init` generates against the types of real Next.js releases: every session source is accepted, every
// misuse rejected. Usage: node e2e/types/run.mjs [next version...]
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const repo = path.resolve(here, '../..');
const tsc = path.join(repo, 'node_modules/typescript/bin/tsc');

const RELEASES = [
  { next: '13.5.11', react: '18' },
  { next: '14.2.35', react: '18' },
  { next: '15.5.29', react: '19' },
  { next: '16.4.6', react: '19' },
];

const SOURCES = ['accepted.ts', 'misused.ts', 'sdk.d.ts'];
const TEMPLATES = ['signal-server.ts', 'signal-provider.tsx'];

/** The strictest project, and the one that create-next-app made in the days of Next 13. */
const PROJECTS = {
  strictest: {
    target: 'ES2022',
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    noImplicitReturns: true,
    noImplicitOverride: true,
    noFallthroughCasesInSwitch: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
  },
  'ES5 target': { target: 'ES5', ignoreDeprecations: '6.0', strict: true, isolatedModules: true },
  'not strict': { target: 'ES2017', strict: false, isolatedModules: true },
};

function install({ next, react }) {
  const folder = path.join(repo, 'e2e/.work', `types-${next}`);
  if (existsSync(path.join(folder, 'node_modules/next/package.json'))) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  const packages = [
    `next@${next}`,
    `react@${react}`,
    `react-dom@${react}`,
    `@types/react@${react}`,
    '@types/node@20.19',
  ];
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--omit=optional'];
  const { status, stderr } = spawnSync('npm', ['install', ...flags, ...packages], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm install of next@${next} failed in ${folder}:\n${stderr}`);
  return folder;
}

function compile(folder, release, compilerOptions) {
  const project = path.join(folder, 'project');
  rmSync(project, { recursive: true, force: true });
  mkdirSync(project);
  const sinceFifteen = Number.parseInt(release.next, 10) >= 15 ? ['misused-since-15.ts'] : [];
  // Without strict null checks a wrong argument may be fine; only the sources have to be.
  const sources = compilerOptions.strict ? [...SOURCES, ...sinceFifteen] : ['accepted.ts', 'sdk.d.ts'];
  for (const name of sources) cpSync(path.join(here, name), path.join(project, name));
  for (const name of TEMPLATES) cpSync(path.join(repo, 'templates', name), path.join(project, name));
  const shared = {
    lib: ['DOM', 'DOM.Iterable', 'ESNext'],
    module: 'ESNext',
    moduleResolution: 'bundler',
    jsx: 'preserve',
    types: ['node', 'react'],
    skipLibCheck: true,
    noEmit: true,
  };
  writeFileSync(
    path.join(project, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...shared, ...compilerOptions }, include: ['*'] }),
  );
  return spawnSync(process.execPath, [tsc, '-p', project, '--pretty', 'false'], { encoding: 'utf8' });
}

const wanted = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const release of RELEASES.filter(({ next }) => wanted.length === 0 || wanted.includes(next))) {
  const folder = install(release);
  for (const [name, compilerOptions] of Object.entries(PROJECTS)) {
    const { status, stdout } = compile(folder, release, compilerOptions);
    if (status === 0) passed += 1;
    else failed += 1;
    console.log(`${status === 0 ? 'ok    ' : 'failed'} next ${release.next}, ${name}`);
    if (status !== 0) console.log(stdout.trim());
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
