import { describe, expect, test } from 'vitest';
import { findSignalModule } from '../../src/analysis/find-signal-module.js';
import { SDK_MODULES } from '../../src/analysis/signal-module.js';
import { memoryHost } from '../support/memory-host.js';

const BUILDS = "import { createSignalServer } from 'signal-next/server';\n";

function find(files: Record<string, string>) {
  const layout = { routers: { app: 'app', pages: undefined }, pageExtensions: ['tsx', 'ts'] };
  return findSignalModule(Object.keys(files), memoryHost(files), layout, SDK_MODULES, 'lib/signal-server.ts');
}

describe('the module that builds the Signal client', () => {
  test('is the one that exports it, whatever it is called', () => {
    const files = {
      'server/events.ts': `${BUILDS}export const client = createSignalServer({ apiKey: '' });\n`,
      'lib/analytics.ts': `${BUILDS}const client = createSignalServer({ apiKey: '' });\nexport const track = () => client.flush();\n`,
    };
    expect(find(files)).toMatchObject({ kind: 'found', path: 'server/events.ts' });
  });

  test('may keep its client to itself when its name says what it is for', () => {
    const files = {
      'lib/analytics.ts': `${BUILDS}const client = createSignalServer({ apiKey: '' });\nexport const track = () => client.flush();\n`,
    };
    expect(find(files)).toMatchObject({ kind: 'found', path: 'lib/analytics.ts' });
  });

  test('may not when only a folder around it is named for it', () => {
    const files = {
      'lib/analytics/nightly.ts': `${BUILDS}const client = createSignalServer({ apiKey: '' });\nexport const run = () => client.flush();\n`,
    };
    expect(find(files)).toMatchObject({ kind: 'absent', clientElsewhere: true });
  });

  test('is neither a job with a client of its own nor a route', () => {
    const own = `${BUILDS}export async function run() { const client = createSignalServer({ apiKey: '' }); }\n`;
    expect(find({ 'jobs/nightly.ts': own, 'app/api/track/route.ts': own })).toMatchObject({
      kind: 'absent',
      path: 'lib/signal-server.ts',
      clientElsewhere: true,
    });
  });

  test('of several alike is the one that stands where it would be generated', () => {
    const text = `${BUILDS}export const signal = createSignalServer({ apiKey: '' });\n`;
    const files = { 'signal-server.ts': text, 'lib/signal-server.ts': text };
    expect(find(files)).toMatchObject({ kind: 'found', path: 'lib/signal-server.ts' });
  });

  test('is never a test', () => {
    const files = {
      'lib/signal-server.test.ts': `${BUILDS}export const signal = createSignalServer({ apiKey: '' });\n`,
    };
    expect(find(files)).toMatchObject({ kind: 'absent', clientElsewhere: false });
  });
});
