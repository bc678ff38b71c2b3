import jscodeshift from 'jscodeshift';
import { describe, expect, test } from 'vitest';
import { findProviders } from '../../src/analysis/provider/find-provider.js';
import { applyEdits } from '../../src/source/edit.js';
import { parseSource, type SourceFile } from '../../src/source/parse.js';
import transform from '../../transforms/tracing-headers/index.js';
import { parseTracingHosts } from '../../transforms/tracing-headers/parse-tracing-hosts.js';
import { optionsSnippet } from '../../transforms/tracing-headers/provider-option.js';
import {
  forceProviderOption,
  setProviderOptions,
} from '../../transforms/tracing-headers/set-provider-options.js';
import { fixturesOf, testFixtures } from '../support/fixtures.js';
import { memoryHost } from '../support/memory-host.js';
import { CLIENT_MODULES, configured, TRACING } from '../support/rewrites/tracing-headers.js';

testFixtures('tracing-headers', configured);

describe('as a jscodeshift transform', () => {
  const j = jscodeshift.withParser('tsx');
  const api = { j, jscodeshift: j, stats: () => {}, report: () => {} };
  test.each(fixturesOf('tracing-headers').map((fixture) => [fixture.name, fixture] as const))(
    '%s',
    (_, fixture) => {
      const { hosts, sessionCookie } = fixture.options;
      const options = {
        ...(typeof hosts === 'string' ? { 'tracing-hosts': hosts } : {}),
        ...(sessionCookie ? { 'session-cookie': true } : {}),
      };
      expect(transform({ path: fixture.path, source: fixture.input }, api, options)).toBe(fixture.output);
    },
  );
});

function parsed(text: string): SourceFile {
  const result = parseSource('a.tsx', text);
  if (result.kind === 'unparsable') throw new SyntaxError(result.problem.message);
  return result.file;
}

describe('force', () => {
  test.each([
    [`{ apiKey: 'k', addTracingHeaders: false }`, `{ apiKey: 'k', addTracingHeaders: true }`],
    [`{ ...{ addTracingHeaders: undefined } }`, `{ ...{ addTracingHeaders: true } }`],
    [`{ addTracingHeaders }`, `{ addTracingHeaders: true }`],
    [`{ addTracingHeaders: OFF as boolean }`, `{ addTracingHeaders: true }`],
  ])('turns %s into %s', (before, after) => {
    const text = (options: string): string => `import { SignalNextProvider } from 'signal-next/client';
const addTracingHeaders = false;
const OFF = false;
<SignalNextProvider options={${options}} />;
`;
    const file = parsed(text(before));
    const sites = findProviders(['a.tsx'], memoryHost({ 'a.tsx': file.text }), {
      clientModules: CLIENT_MODULES,
    });
    const values = sites.flatMap(({ option }) => (option.kind === 'disabled' ? [option] : []));
    const outcome = forceProviderOption(file, TRACING, values);
    expect(outcome.kind === 'edits' ? applyEdits(file.text, outcome.edits) : outcome).toBe(text(after));
  });
});

test('a target that is no object literal is refused with what to add', () => {
  const targets = [{ start: 16, end: 22 }];
  expect(setProviderOptions(parsed('const options = make();'), [{ option: TRACING, targets }])).toEqual({
    kind: 'refused',
    why: 'The options of SignalNextProvider are not an object literal.',
    instead: 'Add `addTracingHeaders: true` to them.',
    span: { start: 16, end: 22 },
  });
});

describe('the snippet for options that cannot be followed', () => {
  test.each([
    ['props.options', '<SignalNextProvider options={{ ...props.options, addTracingHeaders: true }}>'],
    ['make()', '<SignalNextProvider options={{ ...make(), addTracingHeaders: true }}>'],
    ['a ??\n  b', '<SignalNextProvider options={{ ...(a ?? b), addTracingHeaders: true }}>'],
    [undefined, '<SignalNextProvider options={{ /* your options */ addTracingHeaders: true }}>'],
  ])('spreads %s', (optionsText, snippet) => {
    expect(optionsSnippet(optionsText, [TRACING])).toBe(snippet);
    expect(parseSource('a.tsx', `${snippet}</SignalNextProvider>`).kind).toBe('parsed');
  });
});

describe('--tracing-hosts', () => {
  test.each([
    ['a.com', ['a.com']],
    ['api.a.com,a.com', ['api.a.com', 'a.com']],
    ['API.A.com,api.a.com', ['api.a.com']],
    ['localhost', ['localhost']],
    ['127.0.0.1', ['127.0.0.1']],
    ['xn--bcher-kva.example', ['xn--bcher-kva.example']],
  ])('takes %s', (text, hosts) => {
    expect(parseTracingHosts(text)).toEqual({ kind: 'hosts', hosts });
  });

  test.each([
    ['https://api.x.com/', 'scheme', 'api.x.com'],
    ['//api.x.com', 'scheme', 'api.x.com'],
    ['https://*.x.com', 'scheme', 'x.com'],
    ['a.com,b.com:8080', 'port', 'b.com'],
    ['localhost:', 'port', 'localhost'],
    ['api.x.com/v1', 'path', 'api.x.com'],
    ['api.x.com?a=b', 'path', 'api.x.com'],
    ['*.x.com', 'wildcard', 'x.com'],
    ['*', 'wildcard', 'api.example.com'],
    ['me@x.com', 'credentials', 'x.com'],
    ['', 'empty', 'api.example.com'],
    ['a.com,,b.com', 'empty', 'api.example.com'],
    ['a.com, b.com', 'space', 'b.com'],
    ['a .com', 'space', 'api.example.com'],
    ['-a.com', 'not a hostname', 'api.example.com'],
    ['a..com', 'not a hostname', 'api.example.com'],
    ['bücher.example', 'not a hostname', 'xn--bcher-kva.example'],
    [`a'b.com`, 'not a hostname', 'api.example.com'],
    ['[::1]', 'not a hostname', 'api.example.com'],
  ])('rejects "%s" for its %s and says %s', (text, reason, instead) => {
    const parsedHosts = parseTracingHosts(text);
    expect(parsedHosts).toMatchObject({ kind: 'invalid', message: expect.stringContaining(reason) });
    expect(parsedHosts).toMatchObject({ message: expect.stringContaining(`\`${instead}`) });
  });
});
