import { describe, expect, test } from 'vitest';
import { findProviders, type ProviderSite } from '../../src/analysis/provider/find-provider.js';
import { hostProblem } from '../../src/analysis/tracing-host.js';
import { listsNoHost, tracingHostUnmatchable } from '../../src/rules/tracing-host-unmatchable.js';
import { memoryHost } from '../support/memory-host.js';
import { TRACING_HOST_ENTRIES } from '../support/tracing-host-entries.js';

describe('an entry of addTracingHeaders', () => {
  test.each(TRACING_HOST_ENTRIES)('%j: %s', (entry, why, meant) => {
    const problem = hostProblem(entry, 'hostname-or-host');
    if (why === undefined) expect(problem).toBeUndefined();
    else expect(problem).toEqual({ why: expect.stringContaining(why), meant });
  });

  test('a port is fine with this package, which compares it, and not where hostnames are compared', () => {
    expect(hostProblem('localhost:3001', 'hostname')).toEqual({
      why: 'has a port, and the hostname is compared without it',
      meant: 'localhost',
    });
    expect(hostProblem('[::1]:3001', 'hostname')?.why).toContain('has a port');
    expect(hostProblem('shop.com:8o', 'hostname')?.why).toBe('is not a hostname as browsers write it');
    for (const host of ['[::1]', '[::ffff:1]', 'localhost'])
      expect(hostProblem(host, 'hostname')).toBeUndefined();
  });
});

function sitesIn(files: Record<string, string>): ProviderSite[] {
  return findProviders(Object.keys(files), memoryHost(files), {
    clientModules: ['signal-next/client', '@signal-js/nextjs/client'],
  });
}

/** The findings of a project as `path text: message`. */
function findingsIn(files: Record<string, string>): string[] {
  return sitesIn(files)
    .flatMap(tracingHostUnmatchable)
    .map(({ path, start, end, message }) => `${path} ${files[path]?.slice(start, end)}: ${message}`);
}

function layout(list: string, module = 'signal-next/client', above = ''): Record<string, string> {
  return {
    'app/layout.tsx': `import { SignalNextProvider } from '${module}';\n${above}
export default function Layout({ children }) {
  return <SignalNextProvider options={{ apiKey: 'k', addTracingHeaders: ${list} }}>{children}</SignalNextProvider>;
}
`,
  };
}

describe('the rule', () => {
  test.each([
    ['true', []],
    ["['api.shop.com', 'shop.com']", []],
    ['[process.env.NEXT_PUBLIC_API_HOST]', []],
    ['hosts()', []],
    ['[...shared]', []],
    ["['api.shop.com', 'https://shop.com']", ["'https://shop.com'"]],
    ['[`*.shop.com`]', ['`*.shop.com`']],
    [`[\`https://\${process.env.HOST}\`]`, [`\`https://\${process.env.HOST}\``]],
    [`[\`\${process.env.HOST}:3000\`]`, []],
    ["[process.env.HOST ?? 'http://localhost:3000']", ["'http://localhost:3000'"]],
    ["[...['a.com/', 'b.com']]", ["'a.com/'"]],
    ["process.env.CI ? ['a.com/'] : true", ["'a.com/'"]],
    ["process.env.CI ? ['a.com/'] : false", ["'a.com/'"]],
    [
      "true, ...(process.env.CI ? { addTracingHeaders: false } : { addTracingHeaders: ['a.com/'] })",
      ["'a.com/'"],
    ],
  ])('%s', (list, marked) => {
    expect(findingsIn(layout(list)).map((finding) => finding.replace(/^\S+ |: .*$/g, ''))).toEqual(marked);
  });

  test.each([
    ["['https://a.com', `//b.com`]", true],
    ["['https://a.com', 'b.com']", false],
    ["['https://a.com', process.env.HOST]", false],
    ["['https://a.com', ...hosts()]", false],
    ["process.env.CI ? true : ['https://a.com']", false],
    ['true', false],
  ])('%s lists no host at all: %j', (list, isSo) => {
    expect(sitesIn(layout(list)).map(listsNoHost)).toEqual([isSo]);
  });

  test('names the entry, what it lacks and what it costs', () => {
    expect(findingsIn(layout("['https://api.shop.com']"))).toEqual([
      "app/layout.tsx 'https://api.shop.com': 'https://api.shop.com' in addTracingHeaders has a scheme, and only the hostname is compared, so no request matches it and none to that host carries the session.",
    ]);
  });

  test('follows the list to where it is written', () => {
    const above = "const API = 'api.shop.com:443';\nconst hosts = [API];\n";
    expect(findingsIn(layout('hosts', 'signal-next/client', above))).toEqual([
      expect.stringMatching(/^app\/layout\.tsx 'api\.shop\.com:443': /),
    ]);
  });

  test("takes a port for right with this package's provider alone", () => {
    expect(findingsIn(layout("['localhost:4000']"))).toEqual([]);
    expect(findingsIn(layout("['localhost:4000']", '@signal-js/nextjs/client'))).toHaveLength(1);
  });
});
