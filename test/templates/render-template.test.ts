import { describe, expect, test } from 'vitest';
import { renderProvider, renderSessionPart, renderSignalModule } from '../../src/init/render-template.js';
import { validateOutput } from '../../src/runner/validate.js';
import type { FileStyle } from '../../src/source/style.js';

const sdk = { server: '@signal-js/nextjs/server', client: '@signal-js/nextjs/client' };
const bare: FileStyle = {
  eol: '\r\n',
  quote: '"',
  semicolons: false,
  indent: '\t',
  trailingComma: false,
  trailingCommaInCalls: false,
  width: 80,
  tabWidth: 2,
};

describe.each(['ts', 'js'] as const)('in %s', (language) => {
  test('the Signal module imports from the SDK of the app', () => {
    const text = renderSignalModule({ language, sdk });
    expect(text).toMatch(/^import \{ createSignalServer \} from '@signal-js\/nextjs\/server';\n/);
    expect(text).toContain('export const signal = createSignalServer({');
    expect(text).toContain('export function getSessionInfo(');
    expect(text.includes('export interface SessionInfo {')).toBe(language === 'ts');
    expect(validateOutput(`lib/signal-server.${language}`, undefined, text, [])).toEqual([]);
  });

  test('the session part is everything but the client', () => {
    const part = renderSessionPart(language);
    expect(part).toMatch(/^\/\*\*/);
    expect(part).not.toContain('createSignalServer');
    expect(renderSignalModule({ language, sdk }).endsWith(`;\n\n${part}\n`)).toBe(true);
  });

  test('the provider is a client component that turns tracing headers on', () => {
    const text = renderProvider({ language, sdk });
    expect(text).toMatch(/^'use client';\n/);
    expect(text).toContain("from '@signal-js/nextjs/client'");
    expect(text).toContain('addTracingHeaders: true,');
    expect(validateOutput(`lib/signal-provider.${language}x`, undefined, text, [])).toEqual([]);
  });

  test('tracing hosts become a list', () => {
    const text = renderProvider({ language, sdk, tracingHosts: ['example.com', 'api.example.com'] });
    expect(text).toContain("addTracingHeaders: ['example.com', 'api.example.com'],");
  });

  test('the style of the project is followed', () => {
    const server = renderSignalModule({ language, sdk, style: bare });
    expect(server).not.toMatch(/,\r?\n\s*[}\])]|'[^"`\n]*'[;,)]|;\r|(?<!\r)\n|^ {2}/m);
    expect(server).toContain('\treturn {\r\n\t\tsessionId: readId(headers, "x-signal-session-id"),\r\n');
    const provider = renderProvider({ language, sdk, style: bare });
    expect(provider).toMatch(/^"use client"\r\n\r\nimport /);
    expect(validateOutput(`a.${language}x`, undefined, server, [])).toEqual([]);
    expect(validateOutput(`a.${language}x`, undefined, provider, [])).toEqual([]);
  });
});
