// Builds what the package ships: dist/ (CLI and transforms) and sdk/ (what runs in the app). `--only cli,transforms,runtime` builds a part, for development.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { babelForReading } from './babel-for-reading.mjs';
import { thirdPartyLicenses } from './licenses.mjs';
import { notPartOfUs } from './not-part-of-us.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
// A full build is made aside and takes the place of the last one when all of it has succeeded.
const isFullBuild = process.argv.length === 2;
const target = isFullBuild ? join(root, `.build-${process.pid}`) : root;
const dist = join(target, 'dist');
// Not in dist/: Next.js takes every path with `next/dist/client` in it, which `signal-next/dist/client.js` has, for its
// own code and compiles it to CommonJS; in an app with both routers the imports of `_app` are then undefined.
const sdk = join(target, 'sdk');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const common = {
  absWorkingDir: root,
  bundle: true,
  metafile: true,
  logLevel: 'warning',
  legalComments: 'none',
  minifySyntax: true,
  minifyWhitespace: true,
};

/**
 * What jscodeshift has for code that it parses or prints itself: its parsers, and of recast all but the types of nodes.
 * The sources are parsed before they get there, and edits are never printed from a tree.
 */
const unusedOfJscodeshift = {
  name: 'unused-of-jscodeshift',
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: /^(recast|\.\/getParser)$/ }, ({ path, importer }) =>
      /[\\/]jscodeshift[\\/]src[\\/]/.test(importer)
        ? { path, namespace: 'unused-of-jscodeshift' }
        : undefined,
    );
    pluginBuild.onLoad({ filter: /.*/, namespace: 'unused-of-jscodeshift' }, ({ path }) => ({
      contents:
        path === 'recast' ? TYPES_OF_RECAST : `module.exports = () => ({ parse: ${notPartOfUs(path)} });`,
      resolveDir: dirname(require.resolve('recast')),
    }));
  },
};

/** Of tslib, which is taken whole by `require`, what the types of nodes call. */
const USED_OF_TSLIB = ['__assign', '__extends', '__importDefault', '__importStar', '__spreadArray'];

const usedOfTslib = {
  name: 'used-of-tslib',
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: /^tslib$/ }, ({ path, kind }) =>
      kind === 'require-call' ? { path, namespace: 'used-of-tslib' } : undefined,
    );
    pluginBuild.onLoad({ filter: /.*/, namespace: 'used-of-tslib' }, () => ({
      contents: `export { ${USED_OF_TSLIB.join(', ')} } from 'tslib';`,
      resolveDir: dirname(require.resolve('ast-types')),
    }));
  },
};

const TYPES_OF_RECAST = `const types = require('ast-types');
  exports.types = types;
  exports.visit = types.visit;
  exports.parse = exports.print = ${notPartOfUs('recast')};`;

/**
 * The packages that many runs do not need: the file that they are in, with others that they share modules with, and the
 * functions that are imported from them by name. What Node has is in no file.
 */
const LATE = {
  'node:crypto': { file: undefined, named: ['createHash', 'randomBytes'] },
  'node:os': { file: undefined, named: ['hostname'] },
  ignore: { file: 'ignore', named: [] },
  picomatch: { file: 'picomatch', named: [] },
  '@babel/parser': { file: 'parser', named: ['parse'] },
  '@babel/traverse': { file: 'babel', named: [] },
  '@babel/types': { file: 'babel', named: ['traverseFast'] },
  semver: { file: 'semver', named: [] },
  yaml: { file: 'yaml', named: ['parse'] },
};

/** Loads such a package when it is first used, because what is imported is read and run with every start. */
const latePackages = {
  name: 'late-packages',
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: /^\.\/late\// }, ({ path }) => ({ path, external: true }));
    pluginBuild.onResolve({ filter: /^[^./#]/ }, ({ path, kind, importer }) => {
      if (!(path in LATE)) return undefined;
      const isOurs = ['src', 'transforms'].some((folder) => importer.startsWith(join(root, folder)));
      if (kind === 'import-statement' && isOurs) return { path, namespace: 'late-package' };
      // Another package that has it, too, gets the same.
      return kind === 'require-call' && LATE[path].file !== undefined
        ? { path, namespace: 'late-module' }
        : undefined;
    });
    pluginBuild.onLoad({ filter: /.*/, namespace: 'late-module' }, ({ path }) => ({
      contents: `module.exports = require('./late/${LATE[path].file}.cjs')[${JSON.stringify(path)}];`,
      resolveDir: root,
    }));
    pluginBuild.onLoad({ filter: /.*/, namespace: 'late-package' }, ({ path }) => {
      const { file, named } = LATE[path];
      const functions = named.map((name) => `export const ${name} = (...given) => load().${name}(...given);`);
      const name = JSON.stringify(path);
      return {
        contents: `const load = () => ${file === undefined ? `require(${name})` : `require('./late/${file}.cjs')[${name}]`};
          const whole = () => load().default ?? load();
          const late = (_, key) => whole()[key];
          export default new Proxy(() => {}, { get: late, apply: (_, self, given) => whole()(...given) });
          ${functions.join('\n')}`,
        resolveDir: root,
      };
    });
  },
};

/**
 * `import('a-commonjs-package')` in a bundle offers the default export alone. This gives it the names that Node's
 * own import of the package has, so that bundled and unbundled code behave alike.
 */
const dynamicPackages = {
  name: 'dynamic-packages',
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: /^[^./]/ }, ({ path, kind, namespace }) =>
      kind === 'dynamic-import' && namespace === 'file' && !isBuiltin(path)
        ? { path, namespace: 'dynamic-package' }
        : undefined,
    );
    pluginBuild.onLoad({ filter: /.*/, namespace: 'dynamic-package' }, async ({ path }) => ({
      contents: await sameExportsAsInNode(path),
      resolveDir: root,
    }));
  },
};

async function sameExportsAsInNode(name) {
  const from = JSON.stringify(name);
  const seen = await import(name);
  const names = Object.keys(seen).filter((key) => /^[\w$]+$/.test(key));
  const isCommonJs = 'default' in seen && require(name) === seen.default;
  if (!isCommonJs) return `export { ${names.join(', ')} } from ${from};`;
  const named = names.filter((key) => key !== 'default');
  return `const whole = require(${from}); export default whole; export const { ${named.join(', ')} } = whole;`;
}

const forNode = {
  ...common,
  platform: 'node',
  target: 'node20.19',
  plugins: [unusedOfJscodeshift, usedOfTslib, dynamicPackages],
  // jscodeshift also has packages with a `module` field whose default export differs from their CommonJS one.
  mainFields: ['main', 'module'],
  // It also has all of itself once more, for Node 8.
  alias: { prompts: 'prompts/lib/index.js' },
  define: { 'process.env.SIGNAL_NEXT_VERSION': JSON.stringify(version) },
};

function buildCli() {
  const files = new Set(Object.values(LATE).flatMap(({ file }) => file ?? []));
  return Promise.all([
    buildProgram({ cli: 'src/main.ts' }),
    buildProgram({ 'type-check': 'src/runner/type-check/process/main.ts' }),
    ...[...files].map(buildLate),
  ]);
}

/** What is loaded by name. */
const BY_NAME = /^(?:plan-mount|other-commands|prompts|cli|check)-/;

/** What runs once, if at all: its names are shortened, which takes a quarter off. In the analysis that costs 4 % of CPU. */
function runsOnce(name, { inputs }) {
  const ofAnalysis = Object.entries(inputs).filter(([path]) => /^src\/(?:analysis|source)\//.test(path));
  const size = ofAnalysis.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
  return BY_NAME.test(name) || size < 50_000;
}

async function buildProgram(entryPoints) {
  const result = await build({
    ...forNode,
    plugins: [...forNode.plugins, latePackages],
    entryPoints,
    outdir: dist,
    format: 'esm',
    splitting: true,
    // All beside each other, so that the late packages are at one path from each.
    chunkNames: '[name]-[hash]',
    // Bundled CommonJS packages still require Node's own modules, which an ES module cannot do by itself.
    banner: {
      js: "import { createRequire as createNodeRequire } from 'node:module'; const require = createNodeRequire(import.meta.url);",
    },
  });
  for (const [path, output] of Object.entries(result.metafile.outputs)) {
    const file = join(root, path);
    if (!runsOnce(basename(path), output)) continue;
    const { code } = await transform(readFileSync(file, 'utf8'), {
      format: 'esm',
      target: forNode.target,
      minify: true,
      legalComments: 'none',
    });
    writeFileSync(file, code);
  }
  return result;
}

function buildLate(file) {
  const packages = Object.keys(LATE).filter((name) => LATE[name].file === file);
  const contents = packages.map((name) => `exports['${name}'] = require('${name}');`).join('\n');
  return build({
    ...forNode,
    plugins: [...forNode.plugins, babelForReading],
    stdin: { contents, resolveDir: root, sourcefile: `${file}.cjs` },
    outfile: join(dist, 'late', `${file}.cjs`),
    format: 'cjs',
    minifyIdentifiers: true,
  });
}

/**
 * The real jscodeshift CLI loads a transform with `require`, hence CommonJS, which esbuild cannot split: all
 * transforms share one bundle, and each has a file of its own that picks its part.
 */
async function buildTransforms() {
  const names = readdirSync(join(root, 'transforms'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, 'transforms', entry.name, 'index.ts')))
    .map((entry) => entry.name);
  if (names.length === 0) throw new Error('No transforms/<name>/index.ts found: there is nothing to build.');
  const contents = names
    .map((name) => `export * as "${name}" from "./transforms/${name}/index.ts";`)
    .join('\n');
  const result = await build({
    ...forNode,
    plugins: [...forNode.plugins, latePackages],
    stdin: { contents, resolveDir: root, sourcefile: 'transforms.ts' },
    outfile: join(dist, 'transforms.cjs'),
    format: 'cjs',
    // It holds again what the CLI has; a third of it are names.
    minifyIdentifiers: true,
    define: { ...forNode.define, 'import.meta.url': '__filename' },
  });
  for (const name of names) {
    writeFileSync(
      join(dist, 'transforms', `${name}.js`),
      `'use strict';\nmodule.exports = require('../transforms.cjs')['${name}'];\n`,
    );
  }
  writeFileSync(join(dist, 'transforms/package.json'), '{ "type": "commonjs" }\n');
  return result;
}

const runtimeEntries = {
  server: 'runtime/server/index.ts',
  client: 'runtime/client/index.tsx',
  config: 'runtime/config/index.ts',
  proxy: 'runtime/proxy/index.ts',
};

async function buildRuntime() {
  const options = (entry) => ({
    ...common,
    entryPoints: { [entry]: runtimeEntries[entry] },
    outdir: sdk,
    format: 'esm',
    platform: 'neutral',
    target: 'es2020',
    jsx: 'automatic',
    // The app's own bundler minifies; readable code helps whoever debugs there.
    minifyWhitespace: false,
    packages: 'external',
    external: ['node:*'],
    banner: entry === 'client' ? { js: "'use client';" } : {},
  });
  const results = await Promise.all(Object.keys(runtimeEntries).map((entry) => build(options(entry))));
  const client = readFileSync(join(sdk, 'client.js'), 'utf8');
  if (!/^['"]use client['"];/.test(client)) throw new Error("sdk/client.js must start with 'use client'.");
  buildRuntimeTypes();
  return results;
}

function buildRuntimeTypes() {
  const tsc = require.resolve('typescript/bin/tsc');
  const flags = '--noEmit false --declaration --emitDeclarationOnly --rootDir runtime'.split(' ');
  const { status } = spawnSync(
    process.execPath,
    [tsc, '-p', 'runtime', ...flags, '--outDir', join(sdk, 'types')],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  if (status !== 0) throw new Error('tsc could not write the declarations of runtime/ (see above).');
}

const parts = {
  cli: buildCli,
  transforms: async () => [await buildTransforms()],
  runtime: buildRuntime,
};

async function main(args) {
  const only = args[0] === '--only' ? (args[1] ?? '').split(',') : undefined;
  const unknown = (only ?? []).filter((name) => !(name in parts));
  if (unknown.length > 0 || (args.length > 0 && only === undefined)) {
    throw new Error(`Usage: node scripts/build.mjs [--only ${Object.keys(parts).join(',')}]`);
  }
  mkdirSync(join(dist, 'transforms'), { recursive: true });
  const results = await Promise.all(
    Object.entries(parts).map(([name, run]) => ((only?.includes(name) ?? true) ? run() : [])),
  );
  if (only === undefined) {
    const metafiles = results.flat().map((result) => result.metafile);
    writeFileSync(join(root, 'THIRD_PARTY_LICENSES.txt'), thirdPartyLicenses(metafiles, root));
    for (const folder of ['dist', 'sdk']) {
      rmSync(join(root, folder), { recursive: true, force: true });
      renameSync(join(target, folder), join(root, folder));
    }
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`build failed: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
} finally {
  if (isFullBuild) rmSync(target, { recursive: true, force: true });
}
