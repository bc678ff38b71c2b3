import { describe, expect, test, vi } from 'vitest';
import type { RecordedTemplate } from '../../src/init/template-parts.js';
import { TEMPLATES } from '../../src/init/template-texts.js';
import { parseSource } from '../../src/source/parse.js';
import { restyle } from '../../src/source/restyle.js';
import { APP_WITH_PROVIDER, committed, PACKAGE, PROVIDERS } from '../cli/support/apps.js';
import { cli } from '../cli/support/run-cli.js';

/*
 * There is one version of the template so far. An earlier one is made up of it here: a reader without the check of
 * what the id consists of, a helper that is gone now, and none of what came since.
 */

const { older } = vi.hoisted(() => ({
  older: (text: string): string =>
    text
      .replace(/\n\/\*\* A header's first value, unless.*?\*\//s, '\n/** The first value of a header. */')
      .replace("  const id = decode(first.split(',')[0] ?? '').trim();\n", '')
      .replace(/ {2}return \/\^.*\n/, '  return firstOf(first);\n')
      .replace(
        /\nfunction decode.*$/s,
        text.includes('export interface')
          ? "\nfunction firstOf(value: string): string {\n  return value.split(',')[0] ?? '';\n}\n"
          : "\nfunction firstOf(value) {\n  return value.split(',')[0] ?? '';\n}\n",
      ),
}));

vi.mock('../../src/init/template-history.js', async (importOriginal) => {
  const original = await importOriginal<{ TEMPLATE_HISTORY: readonly RecordedTemplate[] }>();
  const { templateParts } = await import('../../src/init/template-parts.js');
  return {
    get TEMPLATE_HISTORY() {
      const earlier = {
        version: '0.0.9',
        ts: templateParts('signal-server.ts', older(TEMPLATES.serverTs)),
        js: templateParts('signal-server.js', older(TEMPLATES.serverJs)),
      };
      return [earlier, ...original.TEMPLATE_HISTORY];
    },
  };
});

const PROVIDER = { 'app/providers.tsx': PROVIDERS.replace("'shop' }", "'shop', addTracingHeaders: true }") };

/** A set-up app with this Signal module. */
const appWith = (text: string, path = 'lib/signal-server.ts') => {
  const { 'lib/signal.ts': _client, 'app/api/order/route.ts': _route, ...rest } = APP_WITH_PROVIDER;
  return committed({ ...rest, ...PROVIDER, [path]: text });
};

const update = async (text: string, path = 'lib/signal-server.ts') => {
  const folder = appWith(text, path);
  const check = await cli(folder.root, ['check']);
  const init = await cli(folder.root, ['init', '--yes', '--skip-install']);
  const again = await cli(folder.root, ['check']);
  return { check, init, again, text: folder.read(path), path };
};

const OLD = older(TEMPLATES.serverTs);

describe('a module that an earlier version generated', () => {
  test('is another text than the template', () => {
    expect(OLD).toContain('firstOf(first)');
    expect(OLD).not.toBe(TEMPLATES.serverTs);
    expect(parseSource('a.ts', OLD).kind).toBe('parsed');
  });

  test('is found, and becomes the template', async () => {
    const { check, again, text } = await update(OLD);
    expect(check.code).toBe(1);
    expect(check.stdout).toContain(
      'error[signal-module-outdated]: lib/signal-server.ts is as signal-next 0.0.9 generated it',
    );
    expect(check.stdout).toContain('To fix: npx signal-next init');
    expect(text).toBe(TEMPLATES.serverTs);
    expect(again.code).toBe(0);
    expect(again.stdout).not.toContain('signal-module-outdated');
  });

  test('in JavaScript too', async () => {
    const { check, text } = await update(older(TEMPLATES.serverJs), 'lib/signal-server.js');
    expect(check.stdout).toContain('signal-module-outdated');
    expect(text).toBe(TEMPLATES.serverJs);
  });

  test('in the style that it was formatted to', async () => {
    const style = { quote: '"', semicolons: false, trailingComma: false, indent: '\t', eol: '\n' } as const;
    const formatted = (text: string): string => {
      const parsed = parseSource('a.ts', text);
      if (parsed.kind === 'unparsable') throw new SyntaxError(text);
      return restyle(parsed.file, { ...style } as Parameters<typeof restyle>[1]);
    };
    const { check, text } = await update(formatted(OLD));
    expect(check.stdout).toContain('signal-module-outdated');
    expect(text).toBe(formatted(TEMPLATES.serverTs));
  });

  test('with its own options and comments kept, and whatever else it holds', async () => {
    const own = OLD.replace("projectId: process.env.SIGNAL_PROJECT_ID || 'default'", "projectId: 'shop'")
      .replace('/** The first value of a header. */', '// Proxies may send a list.')
      .concat('\nexport const SHOP = firstOf("shop,b");\n');
    const { check, again, text } = await update(own);
    expect(check.stdout).toContain('signal-module-outdated');
    expect(text).toContain("projectId: 'shop'");
    expect(text).toContain('// Proxies may send a list.\nfunction readId(');
    expect(text).toContain('function decode(value: string): string {');
    expect(text).toContain('function firstOf(value: string): string {');
    expect(text).toContain('export const SHOP');
    expect(again.code).toBe(0);
  });

  test('is left alone where a name that is new is taken, and says so', async () => {
    const { check, text } = await update(`${OLD}\nexport const decode = 1;\n`);
    expect(check.code).toBe(0);
    expect(check.stdout).toContain('warning[signal-module-outdated]');
    expect(check.stdout).toContain('The name `decode`, which the new text needs, is taken.');
    expect(text).toContain('return firstOf(first);');
  });

  test('is left alone where a comment in it says so', async () => {
    const pinned = `// signal-next-ignore-file signal-module-outdated: pinned until the next release\n${OLD}`;
    const { check, again, text } = await update(pinned);
    expect(check.code).toBe(0);
    expect(check.stdout).toContain('1 finding is suppressed.');
    expect(again.code).toBe(0);
    expect(text).toBe(pinned);
  });
});

describe('nothing is said of', () => {
  test.each([
    ['the template as it is', TEMPLATES.serverTs],
    ['an earlier text that somebody has changed', OLD.replace("?? '';\n}", '?? value;\n}')],
    [
      'an earlier text with a note inside',
      OLD.replace('  return firstOf', '  // As the proxy sends it.\n  return firstOf'),
    ],
    [
      "a module of the user's own",
      "import { createSignalServer } from 'signal-next/server';\nexport const signal = createSignalServer({ apiKey: 'k' });\nexport { getSessionInfo } from 'signal-next/server';\n",
    ],
  ])('%s', async (_what, text) => {
    const { check, init, text: after } = await update(text);
    expect(check.stdout).not.toContain('signal-module-outdated');
    expect(check.code).toBe(0);
    expect(after).toBe(text);
    expect(init.stdout).not.toContain('signal-server');
  });
});

test('the package in the tests is the one that the apps list', () => {
  expect(PACKAGE.dependencies).toHaveProperty('signal-next');
});
