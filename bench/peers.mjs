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

/**
 * Looks for member calls named `capture`, as little as a transform or a rule for Signal calls could do.
 * @param guard files without this are not parsed.
 */
const TRANSFORM = (guard) => `module.exports = function (file, api) {
  ${guard ? `if (!file.source.includes('${guard}')) return undefined;` : ''}
  const j = api.jscodeshift;
  j(file.source).find(j.CallExpression, { callee: { property: { name: 'capture' } } }).size();
  return undefined;
};
module.exports.parser = 'tsx';
`;

/** Adds to each call and to the function around it what migrate would, as short as that can be said. */
const EDITING = `module.exports = function (file, api) {
  const j = api.jscodeshift;
  const root = j(file.source);
  const ids = ['sessionId', 'windowId'].map((name) => {
    const property = j.objectProperty(j.identifier(name), j.identifier(name));
    property.shorthand = true;
    return property;
  });
  const read = j.callExpression(j.identifier('getSessionInfo'), []);
  root.find(j.CallExpression, { callee: { property: { name: 'capture' } } }).forEach((path) => {
    path.node.arguments[0].properties.push(...ids);
    let around = path;
    while (!/Function/.test(around.node.type)) around = around.parent;
    around.node.body.body.unshift(j.variableDeclaration('const', [j.variableDeclarator(j.objectPattern(ids), read)]));
  });
  return root.toSource();
};
module.exports.parser = 'tsx';
`;

const IDLE = `module.exports = () => undefined;
module.exports.parser = 'tsx';
`;

const ESLINT = `import parser from '@typescript-eslint/parser';
export default [{
  files: ['**/*.ts', '**/*.tsx', '**/*.js'],
  languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  rules: { 'no-restricted-syntax': ['error', 'CallExpression[callee.property.name="nothingOfThatName"]'] },
}];
`;

/** Where the tools are installed, and a way to put files beside them. */
function homeOf(folder) {
  const home = join(folder, 'peers');
  mkdirSync(home, { recursive: true });
  if (!PACKAGES.every((name) => existsSync(join(home, 'node_modules', name.replace(/@\d+$/, '')))))
    install(home);
  return {
    bin: (name) => join(home, 'node_modules/.bin', name),
    file(name, text) {
      writeFileSync(join(home, name), text);
      return join(home, name);
    },
  };
}

function jscodeshift({ bin }, transform, paths) {
  const options = [
    '--extensions=ts,tsx,js',
    '--ignore-pattern=**/editor.js',
    '--run-in-band',
    '--silent',
    '-d',
  ];
  return [bin('jscodeshift'), ...options, '-t', transform, ...paths];
}

/** jscodeshift that edits and prints these files, and that only reads them. */
export function editingSubjects(folder, cwd, paths) {
  const home = homeOf(folder);
  return [
    { name: 'editing', command: jscodeshift(home, home.file('editing.cjs', EDITING), paths), cwd },
    { name: 'idle', command: jscodeshift(home, home.file('idle.cjs', IDLE), paths), cwd },
  ];
}

/** The tools as subjects, with how many times our CPU they are to take at least. */
export function peerSubjects(folder, cwd) {
  const home = homeOf(folder);
  const { bin, file } = home;
  return [
    {
      name: 'jscodeshift with an early return on `signal`',
      required: 15,
      command: jscodeshift(home, file('guarded-by-word.cjs', TRANSFORM('signal')), ['src']),
      cwd,
    },
    {
      name: 'jscodeshift with an early return on `.capture(`, which is blind to all else',
      required: 15,
      command: jscodeshift(home, file('guarded-by-call.cjs', TRANSFORM('.capture(')), ['src']),
      cwd,
    },
    {
      name: 'jscodeshift',
      required: 50,
      command: jscodeshift(home, file('plain.cjs', TRANSFORM(undefined)), ['src']),
      cwd,
    },
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
