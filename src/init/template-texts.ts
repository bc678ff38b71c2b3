// Generated from templates/ by `npx vitest run test/templates -u`; change the templates, not this file.

export const TEMPLATES = {
  serverTs: `import { createSignalServer } from 'signal-next/server';

const endpoint = process.env.NEXT_PUBLIC_SIGNAL_ENDPOINT;

/**
 * The Signal client for server code. Import it wherever you track an event.
 * On SIGTERM \`next start\` answers its open requests and calls process.exit.
 * A deployment loses no event if instrumentation.ts then replaces that by a
 * function that exits after signal.shutdown() (Next.js 14.2 and later).
 */
export const signal = createSignalServer({
  apiKey: process.env.SIGNAL_API_KEY ?? '',
  projectId: process.env.SIGNAL_PROJECT_ID || 'default',
  endpoint: endpoint || 'https://api.trysignal.ai/',
});

/** The browser session behind a request, as far as the request carries it. */
export interface SessionInfo {
  sessionId?: string | undefined;
  windowId?: string | undefined;
  distinctId?: string | undefined;
}

interface HeaderGetter {
  get(name: string): string | null | undefined;
}

interface HeaderRecord {
  readonly [name: string]: string | readonly string[] | undefined;
}

interface HeaderOwner {
  readonly headers: HeaderGetter | HeaderRecord;
}

interface RequestOwner {
  readonly req?: HeaderOwner | undefined;
}

/** Shapes, not the types of Next.js: they fit both routers, Node and edge. */
type Source = HeaderGetter | HeaderRecord | HeaderOwner | RequestOwner;

/**
 * Reads the session from a \`Request\` or \`NextRequest\`, the \`req\` of an API
 * route, a \`getServerSideProps\` context, or headers: \`await headers()\`, a
 * \`Headers\` object or a plain one.
 */
export function getSessionInfo(source: Source | null | undefined): SessionInfo {
  const headers = findHeaders(source);
  return {
    sessionId: readId(headers, 'x-signal-session-id'),
    windowId: readId(headers, 'x-signal-window-id'),
    distinctId: readId(headers, 'x-signal-distinct-id'),
  };
}

function findHeaders(source: unknown): object {
  if (!isObject(source)) return {};
  if (isHeaderGetter(source)) return source;
  const owner = 'req' in source ? source.req : source;
  if (!isObject(owner)) return {};
  const headers = 'headers' in owner ? owner.headers : owner;
  return isObject(headers) ? headers : {};
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isHeaderGetter(headers: object): headers is HeaderGetter {
  return 'get' in headers && typeof headers.get === 'function';
}

/** A header's first value, unless it is empty, overlong or unprintable. */
function readId(headers: object, name: string): string | undefined {
  const value: unknown = isHeaderGetter(headers)
    ? headers.get(name)
    : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'string') return undefined;
  const id = decode(first.split(',')[0] ?? '').trim();
  return /^[ -~\\u00a0-\\uffff]{1,200}$/.test(id) ? id : undefined;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
`,
  serverJs: `import { createSignalServer } from 'signal-next/server';

const endpoint = process.env.NEXT_PUBLIC_SIGNAL_ENDPOINT;

/**
 * The Signal client for server code. Import it wherever you track an event.
 * On SIGTERM \`next start\` answers its open requests and calls process.exit.
 * A deployment loses no event if instrumentation.ts then replaces that by a
 * function that exits after signal.shutdown() (Next.js 14.2 and later).
 */
export const signal = createSignalServer({
  apiKey: process.env.SIGNAL_API_KEY ?? '',
  projectId: process.env.SIGNAL_PROJECT_ID || 'default',
  endpoint: endpoint || 'https://api.trysignal.ai/',
});

/**
 * Reads the session from a \`Request\` or \`NextRequest\`, the \`req\` of an API
 * route, a \`getServerSideProps\` context, or headers: \`await headers()\`, a
 * \`Headers\` object or a plain one.
 * @param {unknown} source
 */
export function getSessionInfo(source) {
  const headers = findHeaders(source);
  return {
    sessionId: readId(headers, 'x-signal-session-id'),
    windowId: readId(headers, 'x-signal-window-id'),
    distinctId: readId(headers, 'x-signal-distinct-id'),
  };
}

/**
 * @param {unknown} source
 * @returns {object}
 */
function findHeaders(source) {
  if (!isObject(source)) return {};
  if (isHeaderGetter(source)) return source;
  const owner = 'req' in source ? source.req : source;
  if (!isObject(owner)) return {};
  const headers = 'headers' in owner ? owner.headers : owner;
  return isObject(headers) ? headers : {};
}

/**
 * @param {unknown} value
 * @returns {value is object}
 */
function isObject(value) {
  return typeof value === 'object' && value !== null;
}

/**
 * @param {object} headers
 * @returns {headers is { get(name: string): unknown }}
 */
function isHeaderGetter(headers) {
  return 'get' in headers && typeof headers.get === 'function';
}

/**
 * A header's first value, unless it is empty, overlong or unprintable.
 * @param {object} headers
 * @param {string} name
 */
function readId(headers, name) {
  /** @type {unknown} */
  const value = isHeaderGetter(headers)
    ? headers.get(name)
    : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  /** @type {unknown} */
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'string') return undefined;
  const id = decode(first.split(',')[0] ?? '').trim();
  return /^[ -~\\u00a0-\\uffff]{1,200}$/.test(id) ? id : undefined;
}

/** @param {string} value */
function decode(value) {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
`,
  providerTsx: `'use client';

import type { ReactNode } from 'react';
import { SignalNextProvider } from 'signal-next/client';

const endpoint = process.env.NEXT_PUBLIC_SIGNAL_ENDPOINT;

/**
 * Starts Signal in the browser and marks its requests with the session, so
 * that server events can join it.
 */
export function SignalProvider({ children }: { children: ReactNode }) {
  return (
    <SignalNextProvider
      options={{
        apiKey: process.env.NEXT_PUBLIC_SIGNAL_API_KEY ?? '',
        projectId: process.env.NEXT_PUBLIC_SIGNAL_PROJECT_ID || 'default',
        endpoint: endpoint || 'https://api.trysignal.ai/',
        addTracingHeaders: true,
      }}
    >
      {children}
    </SignalNextProvider>
  );
}
`,
  providerJsx: `'use client';

import { SignalNextProvider } from 'signal-next/client';

const endpoint = process.env.NEXT_PUBLIC_SIGNAL_ENDPOINT;

/**
 * Starts Signal in the browser and marks its requests with the session, so
 * that server events can join it.
 */
export function SignalProvider({ children }) {
  return (
    <SignalNextProvider
      options={{
        apiKey: process.env.NEXT_PUBLIC_SIGNAL_API_KEY ?? '',
        projectId: process.env.NEXT_PUBLIC_SIGNAL_PROJECT_ID || 'default',
        endpoint: endpoint || 'https://api.trysignal.ai/',
        addTracingHeaders: true,
      }}
    >
      {children}
    </SignalNextProvider>
  );
}
`,
} as const;
