import ts from 'typescript';
import { expect, test } from 'vitest';
import { renderSessionModule, renderSignalModule } from '../../src/init/render-template.js';

const USE = `import { getSessionInfo } from './signal-server.js';

/** @type {string | undefined} */
export const sessionId = getSessionInfo(new Request('http://127.0.0.1/')).sessionId;
`;

const AMBIENT = `declare module 'signal-next/server' {
  export function createSignalServer(options: { apiKey: string; projectId: string; endpoint: string }): object;
}
declare const process: { env: Record<string, string | undefined> };
`;

test.each([
  ['the whole module', renderSignalModule({ language: 'js', sdk: { server: 'signal-next/server' } })],
  ['what a module is completed with', renderSessionModule({ language: 'js' })],
])('%s in JavaScript passes checkJs and strict', (_what, module) => {
  expect(typeErrors({ 'signal-server.js': module, 'use.js': USE, 'ambient.d.ts': AMBIENT })).toEqual([]);
});

function typeErrors(files: Readonly<Record<string, string>>): string[] {
  const options: ts.CompilerOptions = {
    allowJs: true,
    checkJs: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    types: [],
  };
  const texts = new Map(Object.entries(files).map(([path, text]) => [`/${path}`, text]));
  const disk = ts.createCompilerHost(options);
  const program = ts.createProgram([...texts.keys()], options, {
    ...disk,
    fileExists: (file) => texts.has(file) || disk.fileExists(file),
    readFile: (file) => texts.get(file) ?? disk.readFile(file),
    getSourceFile: (file, languageVersion) => {
      const text = texts.get(file);
      return text === undefined
        ? disk.getSourceFile(file, languageVersion)
        : ts.createSourceFile(file, text, languageVersion, true);
    },
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
