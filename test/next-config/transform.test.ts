import jscodeshift from 'jscodeshift';
import { describe, expect, test } from 'vitest';
import wrapConfig from '../../transforms/next-config/index.js';

const api = { j: jscodeshift, jscodeshift, stats: () => {}, report: () => {} };

describe('next-config as a jscodeshift transform', () => {
  const run = (source: string, options = {}): string | undefined =>
    wrapConfig({ path: 'next.config.mjs', source }, api, options);

  test('wraps the config once', () => {
    const result = run('export default {};\n', { sdk: '@signal-js/nextjs/server' });
    expect(result).toContain('from "@signal-js/nextjs/server"');
    expect(result).toContain('export default withSignalConfig({});');
    expect(run(result ?? '')).toBeUndefined();
  });

  test('leaves other files alone, because they export a default as well', () => {
    expect(
      wrapConfig({ path: 'app/page.tsx', source: 'export default function Page() {}\n' }, api),
    ).toBeUndefined();
  });

  test('says what to do where it cannot', () => {
    expect(() => run('export default 5;\n')).toThrow(
      /next\.config\.mjs: .*Wrap what the file exports by hand/,
    );
  });
});
