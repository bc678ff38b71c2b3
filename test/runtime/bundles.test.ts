import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Sink, type SinkOptions, startSink } from '../support/sink.js';

const run = promisify(execFile);
let folder: string;
let sink: Sink | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signal-bundles-'));
  await build({
    entryPoints: {
      server: 'runtime/server/index.ts',
      client: 'runtime/client/index.tsx',
      config: 'runtime/config/index.ts',
      proxy: 'runtime/proxy/index.ts',
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    external: ['react', 'react/jsx-runtime'],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
  });
});

afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => sink?.close());

/** Runs a Node script against a sink; `signal` is a client of it. */
async function script(body: string, answer?: SinkOptions['answer']): Promise<{ ms: number; stderr: string }> {
  sink = await startSink(answer ? { answer } : {});
  const source = `
    import { createSignalServer } from ${JSON.stringify(join(folder, 'server.mjs'))};
    const signal = createSignalServer({ apiKey: 'k', endpoint: '${sink.url}', timeout: 3000 });
    ${body}`;
  const begun = performance.now();
  const { stderr } = await run(process.execPath, ['--input-type=module', '-e', source]);
  return { ms: performance.now() - begun, stderr };
}

const CAPTURE = `signal.capture({ distinctId: 'u', event: 'a' });`;

describe('the built entries', () => {
  it('stay small: client at most 6 KB gzipped, server and config without dependencies', async () => {
    const client = await readFile(join(folder, 'client.mjs'));
    const server = await readFile(join(folder, 'server.mjs'), 'utf8');
    const config = await readFile(join(folder, 'config.mjs'), 'utf8');
    const proxy = await readFile(join(folder, 'proxy.mjs'), 'utf8');
    expect(gzipSync(client).length).toBeLessThanOrEqual(6 * 1024);
    expect(client.toString().startsWith('"use client"')).toBe(true);
    expect(server).not.toMatch(/\bimport\b|\brequire\b/);
    expect(config).not.toMatch(/\bimport\b|\brequire\b/);
    expect(proxy).not.toMatch(/\bimport\b|\brequire\b/);
  });

  it.each(['server', 'proxy'])('contain nothing that an edge build of Next refuses: %s', async (entry) => {
    const built = await readFile(join(folder, `${entry}.mjs`), 'utf8');
    expect(built).not.toMatch(/node:|process\.(on|once|nextTick|versions|exit)\b|\beval\b|new Function/);
  });
});

describe('an edge runtime', () => {
  it('loads the server entry and sends, with nothing but web globals', async () => {
    sink = await startSink();
    const result = await build({
      entryPoints: ['runtime/server/index.ts'],
      bundle: true,
      format: 'iife',
      globalName: 'entry',
      write: false,
    });
    const timers = { setTimeout: (run: () => void, ms: number) => Number(setTimeout(run, ms)), clearTimeout };
    const web = { fetch, URL, Headers, Response, Blob, CompressionStream, AbortController, crypto, console };
    const process = {
      env: {},
      get once(): never {
        throw new Error('A Node.js API is used (process.once) which is not supported in the Edge Runtime.');
      },
    };
    const context = createContext(
      { ...web, ...timers, process, EdgeRuntime: 'edge-runtime', endpoint: sink.url },
      { codeGeneration: { strings: false, wasm: false } },
    );
    await runInContext(
      `${result.outputFiles[0]?.text}
      const signal = entry.createSignalServer({ apiKey: 'k', endpoint });
      for (let n = 0; n < 30; n += 1) signal.capture({ distinctId: 'u', event: 'edge', properties: { n } });
      signal.flush();`,
      context,
    );
    expect(sink.events).toHaveLength(30);
    expect(sink.requests[0]?.gzipped).toBe(true);
  });
});

describe('a Node process', () => {
  it('sends what is queued when it runs out of work, and does not wait for the interval', async () => {
    const { ms } = await script(CAPTURE);
    expect(sink?.events).toHaveLength(1);
    expect(ms).toBeLessThan(5000);
  });

  it('stays alive through a retry that is awaited', async () => {
    await script(`${CAPTURE} await signal.flush();`, (_request, number) =>
      number === 0 ? { status: 503 } : undefined,
    );
    expect(sink?.events).toHaveLength(1);
  });

  it('ends in time when the endpoint is down, and says what was lost', async () => {
    const { ms, stderr } = await script(CAPTURE, () => ({ status: 503 }));
    expect(stderr).toContain('1 events that could not be sent within 3000 ms');
    expect(ms).toBeLessThan(8000);
  });
});
