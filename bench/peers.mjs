// Other tools doing comparable work on the same tree: installed beside the trees, run and never quoted.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGES = [
  'jscodeshift@17',
  '@next/codemod@16',
  'eslint@9',
  '@typescript-eslint/parser@8',
  'oxlint@1',
  'typescript@5',
];

/** Looks for member calls named `capture`, as little as a transform or a rule for Signal calls could do. */
const TRANSFORM = (guard) => `module.exports = function (file, api) {
  ${guard ? "if (!file.source.includes('.capture(')) return undefined;" : ''}
  const j = api.jscodeshift;
  j(file.source).find(j.CallExpression, { callee: { property: { name: 'capture' } } }).size();
  return undefined;
};
module.exports.parser = 'tsx';
`;

const ESLINT = `import parser from '@typescript-eslint/parser';
export default [{
  files: ['**/*.ts', '**/*.tsx', '**/*.js'],
  languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  rules: { 'no-restricted-syntax': ['error', 'CallExpression[callee.property.name="nothingOfThatName"]'] },
}];
`;

/** The tools as subjects, with how many times our CPU they are to take at least. */
export function peerSubjects(folder, cwd) {
  const home = join(folder, 'peers');
  mkdirSync(home, { recursive: true });
  if (!PACKAGES.every((name) => existsSync(join(home, 'node_modules', name.replace(/@\d+$/, '')))))
    install(home);
  const file = (name, text) => {
    writeFileSync(join(home, name), text);
    return join(home, name);
  };
  const bin = (name) => join(home, 'node_modules/.bin', name);
  const jscodeshift = (transform) => [
    bin('jscodeshift'),
    '--extensions=ts,tsx,js',
    '--ignore-pattern=**/editor.js',
    '--run-in-band',
    '--silent',
    '-d',
    '-t',
    transform,
    'src',
  ];
  return [
    {
      name: 'jscodeshift with an early return',
      required: 15,
      command: jscodeshift(file('guarded.cjs', TRANSFORM(true))),
      cwd,
    },
    { name: 'jscodeshift', required: 50, command: jscodeshift(file('plain.cjs', TRANSFORM(false))), cwd },
    {
      name: '@next/codemod next-async-request-api',
      required: 50,
      command: [bin('codemod'), 'next-async-request-api', 'src', '--dry', '--force'],
      cwd,
    },
    {
      name: 'ESLint, one rule',
      required: 50,
      command: [
        bin('eslint'),
        '--no-config-lookup',
        '-c',
        file('eslint.config.mjs', ESLINT),
        '--ignore-pattern',
        '**/editor.js',
        'src',
      ],
      cwd,
    },
    {
      name: 'oxlint, one rule',
      required: 1,
      command: [bin('oxlint'), '-A', 'all', '-D', 'no-debugger', '--threads=1', 'src'],
      cwd,
    },
  ];
}

function install(home) {
  process.stderr.write(`Installing ${PACKAGES.join(', ')} into ${home} …\n`);
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
  const { status } = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...PACKAGES],
    {
      cwd: home,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (status !== 0) throw new Error(`npm could not install the peers in ${home}`);
}
