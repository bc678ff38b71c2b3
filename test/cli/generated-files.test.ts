import { describe, expect, test } from 'vitest';
import { APP, committed, LAYOUT, PACKAGE, TSCONFIG } from './support/apps.js';
import { cli } from './support/run-cli.js';

const init = ['init', '--yes', '--skip-install'];

describe('the files that init generates', () => {
  test('follow the quotes, semicolons and indentation of the app', async () => {
    const layout = LAYOUT.replaceAll("'", '"')
      .replaceAll(';', '')
      .replace(/^( {2})+/gm, (spaces) => '\t'.repeat(spaces.length / 2));
    const page = 'export default function Page() {\n\treturn <p className="x">Hello</p>\n}\n';
    const folder = committed({
      'package.json': PACKAGE,
      'tsconfig.json': TSCONFIG,
      'app/layout.tsx': layout,
      'app/page.tsx': page,
    });
    expect((await cli(folder.root, init)).code).toBe(0);
    const provider = folder.read('app/signal-provider.tsx');
    expect(provider).toContain('import { SignalNextProvider } from "signal-next/client"\n');
    expect(provider).toContain('\n\t\t\t\taddTracingHeaders: true,\n');
    const module = folder.read('lib/signal-server.ts');
    expect(module).toContain('import { createSignalServer } from "signal-next/server"\n');
    expect(module).toContain('\n\tapiKey: process.env.SIGNAL_API_KEY ?? "",\n');
    expect(folder.read('app/layout.tsx')).toContain('import { SignalProvider } from "./signal-provider"\n');
  });

  test('mount nothing in a pages folder that holds only API routes', async () => {
    const folder = committed({
      ...APP,
      'pages/api/health.ts': 'export default function handler() {}\n',
    });
    expect((await cli(folder.root, init)).code).toBe(0);
    expect(folder.exists('pages/_app.tsx')).toBe(false);
    expect(folder.read('app/layout.tsx')).toContain('<SignalProvider>{children}</SignalProvider>');
    expect((await cli(folder.root, ['migrate', '--yes'])).code).toBe(0);
    expect((await cli(folder.root, ['check'])).code).toBe(0);
  });
});
