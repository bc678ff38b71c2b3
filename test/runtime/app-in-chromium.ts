import { createServer, type IncomingHttpHeaders } from 'node:http';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type * as ReactModule from 'react';
import type { flushSync } from 'react-dom';
import type { createRoot } from 'react-dom/client';
import type { Signal, SignalNextProvider, useSignal } from '../../runtime/client/index.js';
import type { createSignalClient } from '../../runtime/client/signal-client.js';
import { launchChromium } from '../support/chromium.js';

/** What a page of the app can use in `page.evaluate`: the client and React's development build. */
export interface Library {
  React: typeof ReactModule;
  createRoot: typeof createRoot;
  /** Renders at once, with all effects. */
  flushSync: typeof flushSync;
  SignalNextProvider: typeof SignalNextProvider;
  useSignal: typeof useSignal;
  createSignalClient: typeof createSignalClient;
}

declare global {
  interface Window {
    library: Library;
    /** The tests' own, set in one `evaluate` and read in the next. */
    signal: Signal;
    render: (props: Record<string, unknown>) => void;
    notes: string[];
  }
}

export interface RequestToApp {
  path: string;
  method: string;
  headers: IncomingHttpHeaders;
}

export interface AppInChromium {
  url: string;
  /** Requests to `/api/…`. */
  requests: RequestToApp[];
  /** A page of a new visitor at that path, with what its console was told. */
  open(path?: string): Promise<{ page: Page; told: string[] }>;
  close(): Promise<void>;
}

/**
 * An app without Next.js: each path is a document with an empty `#root` and the library, except `/api/…`. What is below
 * `/to-login/` redirects to a document with 307, as a proxy that asks for a login does; what is below `/without-slash/`
 * redirects to itself with a slash at the end, as `trailingSlash` of Next does.
 */
export async function startAppInChromium(): Promise<AppInChromium> {
  const script = await bundle();
  const requests: RequestToApp[] = [];
  const server = createServer((incoming, response) => {
    const { url: path = '/', method = '', headers } = incoming;
    incoming.resume();
    if (path === '/library.js') {
      response.setHeader('content-type', 'text/javascript').end(script);
      return;
    }
    const isApi = path.startsWith('/api/');
    if (isApi) requests.push({ path, method, headers });
    if (path.startsWith('/to-login/')) response.writeHead(307, { location: '/login' }).end();
    else if (/^\/without-slash\/.*[^/]$/.test(path)) response.writeHead(308, { location: `${path}/` }).end();
    else if (isApi) response.end('{}');
    else
      response
        .setHeader('content-type', 'text/html')
        .end(
          '<!doctype html><link rel="icon" href="data:,"><div id="root"></div><script src="/library.js"></script>',
        );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The app has no TCP port.');
  const url = `http://127.0.0.1:${address.port}`;
  const browser: Browser = await launchChromium();

  return {
    url,
    requests,
    async open(path = '/') {
      const page = await (await browser.newContext()).newPage();
      const told: string[] = [];
      page.on('console', (message) => told.push(message.text()));
      page.on('pageerror', (error) => told.push(`error: ${error.message}`));
      await page.goto(url + path);
      return { page, told };
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import * as React from 'react';
        import { flushSync } from 'react-dom';
        import { createRoot } from 'react-dom/client';
        import { SignalNextProvider, useSignal } from './runtime/client/index.js';
        import { createSignalClient } from './runtime/client/signal-client.js';
        window.library = { React, createRoot, flushSync, SignalNextProvider, useSignal, createSignalClient };
        window.notes = [];`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"development"' },
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
