import jscodeshift from 'jscodeshift';
import { describe, expect, test } from 'vitest';
import mountProxy from '../../transforms/mount-proxy/index.js';

const api = { j: jscodeshift, jscodeshift, stats: () => {}, report: () => {} };

describe('mount-proxy as a jscodeshift transform', () => {
  const run = (source: string, path = 'middleware.ts', options = {}): string | undefined =>
    mountProxy({ path, source }, api, options);

  test('wraps the handler once', () => {
    const result = run('export default () => {};\n', 'src/proxy.ts', { proxy: '@/lib/proxy' });
    expect(result).toBe(
      'import { signalProxy } from "@/lib/proxy";\n\nexport default signalProxy(() => {});\n',
    );
    expect(run(result ?? '')).toBeUndefined();
  });

  test('leaves other files alone', () => {
    expect(run('export default function Page() {}\n', 'app/page.tsx')).toBeUndefined();
  });

  test('says what to do where it cannot', () => {
    expect(() => run('export * from "./a";\n')).toThrow(/middleware\.ts: .*Wrap the handler by hand/);
  });
});
