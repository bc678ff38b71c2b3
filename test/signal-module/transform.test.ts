import jscodeshift from 'jscodeshift';
import { describe, expect, test } from 'vitest';
import completeModule from '../../transforms/signal-module/index.js';

const api = { j: jscodeshift, jscodeshift, stats: () => {}, report: () => {} };

describe('signal-module as a jscodeshift transform', () => {
  const run = (source: string, options = {}): string | undefined =>
    completeModule({ path: 'lib/signal.ts', source }, api, options);
  const client = (sdk: string): string =>
    `import { createSignalServer } from '${sdk}';\n\nexport const signal = createSignalServer({ apiKey: '' });\n`;

  test('completes a module that exports a client', () => {
    const result = run(client('signal-next/server'));
    expect(result).toContain('export function getSessionInfo(');
    expect(run(result ?? '')).toBeUndefined();
  });

  test('leaves other modules alone', () => {
    expect(run('export const a = 1;\n')).toBeUndefined();
    expect(run(client('@acme/signal/server'))).toBeUndefined();
  });

  test('takes the package of the SDK as an option', () => {
    expect(run(client('@acme/signal/server'), { sdk: '@acme/signal' })).toContain('getSessionInfo');
  });

  test('says which file does not parse', () => {
    expect(() => run('export const = 1;')).toThrow(/^lib\/signal\.ts: /);
  });
});
