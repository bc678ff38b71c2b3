import { dirname, join, posix, relative } from 'node:path';
import ts from 'typescript';
import { afterAll, expect, test } from 'vitest';
import { createModuleHost } from '../../src/project/module-host.js';
import { projectIn } from '../support/migrated-project.js';
import { type ProjectFixture, projectFixtures, type Texts } from '../support/project-fixtures.js';
import { type ProjectFolder, withProject } from '../support/project-folder.js';
import { AMBIENT, addedProblems, problemsOf, TYPE_OPTIONS } from '../support/type-check.js';

const made: ProjectFolder[] = [];

afterAll(() => {
  for (const folder of made.splice(0)) folder.remove();
});

test('no project has a type error afterwards, nor had one before', () => {
  const fixtures = projectFixtures();
  const before = problemsIn(fixtures, ({ input }) => input);
  const after = problemsIn(fixtures, ({ output }) => output);
  const named = (problems: ReadonlyMap<string, readonly string[]>): string[] =>
    [...problems].flatMap(([file, ofFile]) => ofFile.map((problem) => `${file}: ${problem}`));
  expect(named(before)).toEqual([]);
  const added = new Map(
    [...after].map(([file, problems]) => [file, addedProblems(before.get(file) ?? [], problems)]),
  );
  expect(named(added)).toEqual([]);
}, 120_000);

/** The problems of every TypeScript file of one side of all fixtures, from one program, by `<fixture>/<path>`. */
function problemsIn(
  fixtures: readonly ProjectFixture[],
  side: (fixture: ProjectFixture) => Texts,
): ReadonlyMap<string, readonly string[]> {
  const ambient = withProject({ 'ambient.d.ts': AMBIENT });
  made.push(ambient);
  const ambientFile = join(ambient.root, 'ambient.d.ts');
  const names = new Map<string, string>();
  const folders = fixtures.map((fixture) => {
    const folder = withProject(side(fixture));
    made.push(folder);
    for (const path of Object.keys(side(fixture))) {
      if (/\.[cm]?tsx?$/.test(path)) names.set(join(folder.root, path), `${fixture.name}/${path}`);
    }
    return { root: folder.root, project: projectIn(folder, fixture.expected.app ?? '.') };
  });
  const hosts = new Map(folders.map(({ root, project }) => [root, createModuleHost(project)]));
  const unresolved = new Map<string, string[]>();

  /** As the bundler does; a package is what the ambient types say of it. */
  const resolve = (specifier: string, from: string): string | undefined => {
    const folder = folders.find(({ root }) => from.startsWith(`${root}/`));
    if (!folder) return undefined;
    const { root } = folder.project;
    const found = hosts.get(folder.root)?.resolve(specifier, relative(root, from));
    if (found !== undefined) return posix.join(root, found);
    if (/^[.~#]|^@\//.test(specifier))
      unresolved.set(from, [...(unresolved.get(from) ?? []), `TS2307 Cannot find ${specifier}`]);
    return undefined;
  };

  const program = ts.createProgram([ambientFile, ...names.keys()], PROJECT_OPTIONS, {
    ...ts.createCompilerHost(PROJECT_OPTIONS),
    getCurrentDirectory: () => dirname(ambientFile),
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => {
        const resolvedFileName = resolve(text, from);
        const extension = /\.[cm]?[jt]sx?$/.exec(resolvedFileName ?? '')?.[0];
        return {
          resolvedModule:
            resolvedFileName === undefined || extension === undefined
              ? undefined
              : { resolvedFileName, extension, isExternalLibraryImport: false },
        };
      }),
  });
  expect(problemsOf(program, ambientFile)).toEqual([]);
  return new Map(
    [...names].map(([file, name]) => [name, [...(unresolved.get(file) ?? []), ...problemsOf(program, file)]]),
  );
}

const PROJECT_OPTIONS: ts.CompilerOptions = {
  ...TYPE_OPTIONS,
  allowJs: true,
  moduleDetection: ts.ModuleDetectionKind.Force,
};
