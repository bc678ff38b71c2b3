import { describe, expect, test } from 'vitest';
import { parseNamedClient } from '../../src/analysis/client/named-client.js';
import { SignalClients } from '../../src/analysis/clients.js';
import { programOf } from '../../src/analysis/program.js';
import { SDK_MODULES } from '../../src/analysis/signal-module.js';
import { memoryHost } from '../support/memory-host.js';

const SIGNAL = `import { createSignalServer } from 'signal-next/server';
export const signal = createSignalServer({ apiKey: '' });
export function getSignal() { return process.env.KEY ? signal : null; }
`;

/** The events whose calls are seen as Signal calls in `main.ts`; `!` marks a method that is detached from its client. */
function seen(
  main: string,
  files: Record<string, string> = {},
  { path = 'main.ts', named = [] }: { path?: string; named?: readonly string[] } = {},
): string[] {
  const host = memoryHost({ 'lib/signal.ts': SIGNAL, ...files, [path]: main });
  const clients = new SignalClients(
    host,
    SDK_MODULES,
    named.flatMap((one) => parseNamedClient(one) ?? []),
  );
  const file = host.load(path);
  if (!file) throw new Error(`${path} does not parse`);
  const found: string[] = [];
  programOf(file).traverse({
    'CallExpression|OptionalCallExpression': (call) => {
      if (!call.isCallExpression() && !call.isOptionalCallExpression()) return;
      const method = clients.methodOf(call, path);
      if (!method) return;
      const event = /event: '(\w+)'/.exec(file.text.slice(call.node.start ?? 0, call.node.end ?? 0))?.[1];
      found.push(`${event ?? method.name}${method.detached ? '!' : ''}`);
    },
  });
  return found;
}

const IMPORT = "import { signal, getSignal } from '@/lib/signal';\n";

describe('a factory', () => {
  test('is called in place, awaited, optional', () => {
    expect(
      seen(`${IMPORT}
        export async function run() {
          getSignal().capture({ event: 'a' });
          getSignal()?.capture({ event: 'b' });
          (await getSignal()).capture({ event: 'c' });
          const one = await getSignal();
          one.capture({ event: 'd' });
          const two = await getSignal?.();
          two?.capture({ event: 'e' });
          getSignal?.()?.capture?.({ event: 'f' });
          getSignal()!.capture({ event: 'g' });
          getSignal().then((client) => client.capture({ event: 'h' }));
        }`),
    ).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
  });

  test.each([
    ['an arrow function', "export const make = () => createSignalServer({ apiKey: '' });", 'make()'],
    [
      'an async arrow function',
      "export const make = async () => { const c = createSignalServer({ apiKey: '' }); return c; };",
      '(await make())',
    ],
    [
      'a function that keeps the client in a variable of the module',
      `let cached: SignalServer | null = null;
       export function make() { if (!process.env.KEY) return null; if (cached) return cached;
         cached = createSignalServer({ apiKey: '' }); return cached; }`,
      'make()?',
    ],
    [
      'an untyped one that keeps it',
      'let cached; export function make() { cached ??= createSignalServer({}); return cached; }',
      'make()',
    ],
    [
      'React cache',
      "import { cache } from 'react'; export const make = cache(() => createSignalServer({ apiKey: '' }));",
      'make()',
    ],
    [
      'React cache around a name',
      "import { cache } from 'react'; function build() { return createSignalServer({}); } export const make = cache(build);",
      'make()',
    ],
    [
      'a helper that keeps what it is given under a name',
      "import { remember } from '@epic-web/remember'; export const make = remember('signal', () => createSignalServer({}));",
      'make',
    ],
    [
      'an object with the client',
      'export function make() { const signal = createSignalServer({}); return { signal, shutdown: () => signal.shutdown() }; }',
      'make().signal',
    ],
    [
      'an object that spreads another',
      'const base = { client: createSignalServer({}) }; export const make = async () => ({ ...base, db: 1 });',
      '(await make()).client',
    ],
    [
      'a class that makes its instance when it is asked for',
      `class Analytics { private static instance: Analytics; private constructor() { this.client = createSignalServer({}); }
         static getInstance() { if (!Analytics.instance) Analytics.instance = new Analytics(); return Analytics.instance; } }
       export const make = () => Analytics.getInstance();`,
      'make().client',
    ],
    [
      'a class that holds the client itself',
      `export class make { static #client?: SignalServer;
         static getInstance() { return (make.#client ??= createSignalServer({})); } }`,
      'make.getInstance()',
    ],
    [
      'a declared type alone',
      'declare const build: any; export function make(): Promise<SignalServer | null> { return build(); }',
      '(await make())?',
    ],
    ['null first', 'export const make = () => (process.env.KEY ? createSignalServer({}) : null);', 'make()?'],
    ['typed as a function', 'declare const any: any; export const make: () => SignalServer = any;', 'make()'],
    ['a getter', 'export const make = { get client() { return createSignalServer({}); } };', 'make.client'],
    [
      'one of several that are made together',
      'export const make = async () => { const [client] = await Promise.all([createSignalServer({}), 1]); return client; };',
      '(await make())',
    ],
  ])('may be %s', (_what, factory, use) => {
    const files = {
      'lib/make.ts': `import { createSignalServer, type SignalServer } from 'signal-next/server';\n${factory}`,
    };
    expect(seen(`import { make } from './lib/make';\n${use}.capture({ event: 'a' });`, files)).toEqual(['a']);
  });

  test('gives an object that is destructured', () => {
    const files = {
      'lib/make.ts':
        "import { createSignalServer as c } from 'signal-next/server';\nexport const make = async () => ({ client: c({}), nested: { signal: c({}) }, list: [c({})] });",
    };
    expect(
      seen(
        `import { make } from './lib/make';
         const { client, nested: { signal: inner }, list: [first] } = await make();
         const { client: renamed = null } = await make();
         client.capture({ event: 'a' }); inner.capture({ event: 'b' }); first.capture({ event: 'c' });
         renamed?.capture({ event: 'd' });
         let late; ({ client: late } = await make()); late.capture({ event: 'e' });`,
        files,
      ),
    ).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

describe('a module', () => {
  test('is imported in every way there is', () => {
    const files = {
      'lib/barrel.ts': "export * from './signal';\nexport { signal as client } from './signal';",
      'lib/all.ts': "export * as tracking from './signal';",
      'lib/default.ts': "import { signal } from './signal';\nexport default signal;",
      'lib/whole.js':
        "const { createSignalNode } = require('@signal-js/node');\nmodule.exports = createSignalNode({});",
      'lib/named.js':
        "const { createSignalNode } = require('@signal-js/node');\nconst signal = createSignalNode({});\nmodule.exports = { signal };",
      'lib/equals.ts':
        "import { createSignalNode } from '@signal-js/node';\nconst c = createSignalNode({});\nexport = c;",
      'lib/pair.ts':
        "import { createSignalNode } from '@signal-js/node';\nconst make = () => ({ signal: createSignalNode({}) });\nexport const { signal } = make();",
      'lib/later.ts':
        "import { createSignalNode, SignalNode } from '@signal-js/node';\nexport let later: SignalNode | undefined;\nexport function start() { later = createSignalNode({}); }",
    };
    expect(
      seen(
        `import { client } from './lib/barrel';
         import * as lib from './lib/barrel';
         import { tracking } from './lib/all';
         import main from './lib/default';
         import whole from './lib/whole';
         import named from './lib/named';
         import { signal as alsoNamed } from './lib/named';
         import equals = require('./lib/equals');
         import required = require('./lib/signal');
         import { signal as pair } from './lib/pair';
         import { later } from './lib/later';
         const { signal: dynamic } = await import('@/lib/signal');
         const directly = require('./lib/whole');
         client.capture({ event: 'a' });
         lib.signal.capture({ event: 'b' });
         tracking.signal.capture({ event: 'c' });
         main.capture({ event: 'd' });
         whole.capture({ event: 'e' });
         named.signal.capture({ event: 'f' });
         alsoNamed.capture({ event: 'g' });
         equals.capture({ event: 'h' });
         required.signal.capture({ event: 'i' });
         pair.capture({ event: 'j' });
         later?.capture({ event: 'k' });
         dynamic.capture({ event: 'l' });
         directly.capture({ event: 'm' });
         require('./lib/signal').signal.capture({ event: 'n' });
         (await import('./lib/signal')).signal.capture({ event: 'o' });
         import('./lib/signal').then(({ signal }) => signal.capture({ event: 'p' }));
         import('./lib/signal').then((m) => m.signal).then((s) => s.capture({ event: 'q' }));`,
        files,
      ).join(''),
    ).toBe('abcdefghijklmnopq');
  });

  test('keeps its client in a slot of the global object', () => {
    const files = {
      'lib/a.ts': `import { createSignalServer, type SignalServer } from 'signal-next/server';
        const globalForSignal = globalThis as unknown as { signal: SignalServer | undefined };
        export const signal = globalForSignal.signal ?? createSignalServer({ apiKey: '' });
        let port: string | undefined;
        port = process.env.PORT;
        if (process.env.NODE_ENV !== 'production') globalForSignal.signal = signal;`,
      'lib/b.ts': `import { createSignalServer } from 'signal-next/server';
        declare global { var __signal: ReturnType<typeof createSignalServer> | undefined; }
        export function get() { return globalThis.__signal; }`,
      'lib/c.js': `import { createSignalServer } from 'signal-next/server';
        if (!global.signal) global.signal = createSignalServer({});
        export const client = global.signal;`,
    };
    expect(
      seen(
        `import { signal } from './lib/a'; import { get } from './lib/b'; import { client } from './lib/c';
         signal.capture({ event: 'a' }); get()?.capture({ event: 'b' }); client.capture({ event: 'c' });`,
        files,
      ),
    ).toEqual(['a', 'b', 'c']);
  });

  test('wraps its client in a proxy', () => {
    const files = {
      'lib/a.ts': `${IMPORT}export const lazy = new Proxy({} as NonNullable<ReturnType<typeof getSignal>>, {
          get: (_, key) => Reflect.get(getSignal()!, key) });
        export const proxied = new Proxy(signal!, {});`,
    };
    expect(
      seen(
        "import { lazy, proxied } from './lib/a';\nlazy.capture({ event: 'a' }); proxied.capture({ event: 'b' });",
        files,
      ),
    ).toEqual(['a', 'b']);
  });
});

describe('a member', () => {
  test('of a class holds the client', () => {
    const files = {
      'lib/base.ts': `import type { SignalServer } from 'signal-next/server';
        export abstract class Base { constructor(protected readonly signal: SignalServer) {} }`,
    };
    expect(
      seen(
        `${IMPORT}import type { SignalServer } from 'signal-next/server'; import { Base } from './lib/base';
        class A { private signal = getSignal(); run() { this.signal?.capture({ event: 'a' }); } }
        class B { constructor(private readonly client: SignalServer) {} run = () => { this.client.capture({ event: 'b' }); }; }
        class C { client; constructor(client: SignalServer) { this.client = client; client.capture({ event: 'c' }); }
          run() { [1].map(() => this.client.capture({ event: 'd' })); } }
        class D { #signal = signal; run() { this.#signal.capture({ event: 'e' }); } }
        class E { static signal = signal; static run() { this.signal.capture({ event: 'f' }); E.signal.capture({ event: 'g' }); } }
        class F extends Base { run() { this.signal.capture({ event: 'h' }); } }
        class G extends A { run() { this.signal?.capture({ event: 'i' }); } }
        class H { get client() { return getSignal(); } run() { this.client?.capture({ event: 'j' }); } }
        class I { constructor(made) { this.made = made; } run() { this.made.capture({ event: 'k' }); } }
        new I(signal).made.capture({ event: 'l' });
        class J { declare signal: SignalServer; private readonly deps: { signal: SignalServer }; run() { this.deps.signal.capture({ event: 'm' }); } }
        class K { private getClient() { return getSignal(); } async run() { (await this.getClient())?.capture({ event: 'n' }); } }
        class L { client?: SignalServer; init() { this.client = signal; } run() { this.client!.capture({ event: 'o' }); } }`,
        files,
      ).join(''),
    ).toBe('abcdefghijklmno');
  });

  test('is that of the class or object whose code it is, and of no function in between', () => {
    expect(
      seen(`${IMPORT}
        class A { signal = signal; static tracking = signal;
          run() {
            const arrow = () => this.signal.capture({ event: 'a' });
            function plain() { this.signal.capture({ event: 'never' }); }
            const assigned = function () { this.signal.capture({ event: 'never' }); };
            const own = { run: function () { this.signal.capture({ event: 'never' }); } };
          }
          static { this.tracking.capture({ event: 'b' }); this.signal.capture({ event: 'never' }); }
        }
        const api = { client: signal,
          run: function () { this.client.capture({ event: 'c' }); },
          deep: { run() { this.client.capture({ event: 'never' }); } } };
        function f() { this.signal.capture({ event: 'never' }); }
        this.signal.capture({ event: 'never' });`),
    ).toEqual(['a', 'b', 'c']);
  });

  test('of an object holds the client, one or two levels deep, from other files too', () => {
    const files = {
      'lib/services.ts': `import { signal } from './signal'; const db = {};
        export const services = { signal, db }; export const more = { ...services, deep: { tracking: { client: signal } } };
        export const late = {}; late.signal = signal;
        export default { services };`,
      'lib/analytics.ts': `import { signal } from './signal';
        export class Analytics { readonly client = signal; capture(event) {} }
        export const analytics = new Analytics();`,
    };
    expect(
      seen(
        `import all, { services, more } from './lib/services'; import { analytics } from './lib/analytics';
         services.signal.capture({ event: 'a' }); more.signal.capture({ event: 'b' });
         more.deep.tracking.client.capture({ event: 'c' }); all.services.signal.capture({ event: 'd' });
         analytics.client.capture({ event: 'e' });
         const { deep: { tracking } } = more; tracking.client.capture({ event: 'f' });
         const local = { more }; local.more.services?.signal; local.more.signal.capture({ event: 'g' });
         const frozen = Object.freeze({ signal: services.signal }); frozen.signal.capture({ event: 'h' });
         const api = { client: services.signal, run() { this.client.capture({ event: 'i' }); } };
         analytics.capture({ event: 'never' }); services.db.capture({ event: 'never' });`,
        files,
      ).join(''),
    ).toBe('abcdefghi');
  });
});

describe('a collection', () => {
  const files = {
    'lib/clients.ts': `import { createSignalServer, type SignalServer } from 'signal-next/server';
        export const byRegion = new Map<string, SignalServer>();
        export const record: Record<string, SignalServer> = JSON.parse('{}');
        export const list: SignalServer[] = JSON.parse('[]');
        export const table = { eu: createSignalServer({}), us: createSignalServer({}) };
        export const pair = [createSignalServer({}), createSignalServer({})];
        export interface Regions { [region: string]: SignalServer }
        export const mixed = { eu: createSignalServer({}), store: new Map() };`,
  };
  const CLIENTS =
    "import { byRegion, list, mixed, pair, record, table, type Regions } from './lib/clients';\n";

  test('gives its clients one after the other, with their keys, and to callbacks', () => {
    expect(
      seen(
        `${CLIENTS}
         for (const [region, c] of byRegion) c.capture({ event: 'a' });
         for (const [, c] of byRegion.entries()) c.capture({ event: 'b' });
         for (const c of byRegion.values()) c.capture({ event: 'c' });
         for (const c of Object.values(record)) c.capture({ event: 'd' });
         for (const [, c] of Object.entries(table)) c.capture({ event: 'e' });
         for (const c of list) c.capture({ event: 'f' });
         for (const c of [...pair, ...list]) c.capture({ event: 'g' });
         byRegion.forEach((c) => c.capture({ event: 'h' }));
         Object.values(table).forEach((c) => c.capture({ event: 'i' }));
         Object.entries(record).map(([, c]) => c.capture({ event: 'j' }));
         [...byRegion.values()].filter(Boolean).forEach((c) => c.capture({ event: 'k' }));
         Array.from(byRegion.values()).map((c) => c.capture({ event: 'l' }));
         list.reduce((sum, c) => (c.capture({ event: 'm' }), sum), 0);
         pair.some((c) => c.capture({ event: 'n' }));
         pair.find(Boolean)?.capture({ event: 'o' });`,
        files,
      ).join(''),
    ).toBe('abcdefghijklmno');
  });

  test('gives one of them by whatever key', () => {
    expect(
      seen(
        `${CLIENTS}
         function run(region: string, at: number, regions: Regions) {
           record[region].capture({ event: 'a' }); record.eu.capture({ event: 'b' });
           table[region as 'eu'].capture({ event: 'c' });
           list[at]?.capture({ event: 'd' }); list[0].capture({ event: 'e' }); list.at(-1)?.capture({ event: 'f' });
           pair[at].capture({ event: 'g' }); regions[region].capture({ event: 'h' }); regions.eu.capture({ event: 'i' });
           mixed[region as 'eu'].capture({ event: 'unknown' }); byRegion[region].capture({ event: 'never' });
           list.capture({ event: 'never' }); Object.values(table).capture({ event: 'never' });
         }`,
        files,
      ).join(''),
    ).toBe('abcdefghi');
  });
});

describe('a parameter', () => {
  test('is typed as the client', () => {
    const files = {
      'lib/types.ts': `import type { SignalServer } from 'signal-next/server'; import type { signal } from './signal';
        export type Maybe<T> = T | null; export type Client = SignalServer; export interface Deps { signal: Client; }
        export interface AllDeps extends Deps { db: unknown } export type Like = typeof signal;
        export type Handler = (deps: AllDeps, n: number) => void;`,
      'lib/type-barrel.ts': "export type { Deps as Services } from './types';\nexport * from './types';",
    };
    expect(
      seen(
        `import type { createSignalServer, SignalServer } from 'signal-next/server'; import type * as Sdk from 'signal-next/server';
         import { signal, getSignal } from '@/lib/signal'; import type { Services, Client, Maybe, AllDeps, Like, Handler } from './lib/type-barrel';
         function a(c: SignalServer) { c.capture({ event: 'a' }); }
         function b(c: ReturnType<typeof createSignalServer>) { c.capture({ event: 'b' }); }
         function c(c: ReturnType<typeof getSignal>) { c.capture({ event: 'c' }); }
         function d(c: typeof signal) { c.capture({ event: 'd' }); }
         function e(c: NonNullable<Awaited<ReturnType<typeof getSignal>>>) { c.capture({ event: 'e' }); }
         function f(c: Pick<SignalServer, 'capture'> | undefined) { c?.capture({ event: 'f' }); }
         function g({ signal: c }: Services) { c.capture({ event: 'g' }); }
         function h(deps: AllDeps) { deps.signal.capture({ event: 'h' }); }
         function i(c: Client) { c.capture({ event: 'i' }); }
         function j(c: Maybe<Client>) { c?.capture({ event: 'j' }); }
         function k(c: Like) { c.capture({ event: 'k' }); }
         const l: Handler = (deps) => deps.signal.capture({ event: 'l' });
         function m(c: Sdk.SignalServer) { c.capture({ event: 'm' }); }
         function n(c: import('signal-next/server').SignalServer) { c.capture({ event: 'n' }); }
         function o(c: AllDeps['signal']) { c.capture({ event: 'o' }); }
         function p(c: typeof import('./lib/signal').signal) { c.capture({ event: 'p' }); }
         function q(c = signal) { c.capture({ event: 'q' }); }
         function r({ deps: { signal: c } }: { deps: Services }) { c.capture({ event: 'r' }); }
         function s(c: Map<string, SignalServer>) { c.capture({ event: 'never' }); }`,
        files,
      ).join(''),
    ).toBe('abcdefghijklmnopqr');
  });

  test('may be `this`', () => {
    expect(
      seen(`import type { SignalServer } from 'signal-next/server';
        function a(this: { signal: SignalServer }) { this.signal.capture({ event: 'a' }); }
        const b = function (this: { signal: SignalServer }) { [1].forEach(() => this.signal.capture({ event: 'b' })); };
        function c() { this.signal.capture({ event: 'never' }); }`),
    ).toEqual(['a', 'b']);
  });

  test('is typed by the keys of a type as they are written', () => {
    expect(
      seen(`${IMPORT}import type { SignalServer } from 'signal-next/server';
        function a(deps: { 'signal': SignalServer }) { deps.signal.capture({ event: 'a' }); }
        function b(deps: { [signal]: SignalServer }) { deps.signal.capture({ event: 'never' }); }
        function c(deps: { signal: string; other: SignalServer }) { deps.signal.capture({ event: 'never' }); }
        function d(deps: { getSignal(): SignalServer }) { deps.getSignal().capture({ event: 'd' }); }
        function e(deps: { get signal(): SignalServer }) { deps.signal.capture({ event: 'e' }); }`),
    ).toEqual(['a', 'd', 'e']);
  });

  test('is typed by a generic type whose parameter has a default', () => {
    const files = {
      'lib/types.ts': `import type { SignalServer } from 'signal-next/server'; export type Fake = { capture(event: unknown): void };
        export interface Deps<Client = SignalServer> { signal: Client }
        export type Pair<A = SignalServer, B = A> = { first: A; second: B };
        export type Endless<T = Endless> = { next: T };
        export type Bare<T> = { signal: T };`,
    };
    expect(
      seen(
        `import type { Bare, Deps, Endless, Fake, Pair } from './lib/types';
        function a(deps: Deps) { deps.signal.capture({ event: 'a' }); }
        function b(deps: Deps<Fake>) { deps.signal.capture({ event: 'never' }); }
        function c(pair: Pair) { pair.second.capture({ event: 'c' }); }
        function d(pair: Pair<Fake>) { pair.second.capture({ event: 'never' }); }
        function e(one: Endless) { one.next.capture({ event: 'never' }); }
        function f(deps: Bare) { deps.signal.capture({ event: 'never' }); }`,
        files,
      ),
    ).toEqual(['a', 'c']);
  });

  test('is not given what stands beside its function in another call', () => {
    expect(
      seen(`${IMPORT}
        function a(x, c) { c.capture({ event: 'never' }); }
        run(a, signal); new Runner(a, signal); a.call(null, signal);
        export const b = (x, c) => { c.capture({ event: 'b' }); };
        b(1, signal);`),
    ).toEqual(['b']);
  });

  test('is given the client by a call in the same file', () => {
    expect(
      seen(`${IMPORT}
        function a(c, event) { c.capture({ event: 'a' }); }
        const b = ({ client }) => client.capture({ event: 'b' });
        export async function run() { a(signal, 'x'); b({ client: await getSignal() }); other(db); }
        function other(c) { c.capture({ event: 'never' }); }
        export const both = (c) => { c.capture({ event: 'c' }); }; both(getSignal());`),
    ).toEqual(['a', 'b', 'c']);
  });

  test('is what a function of the project hands to its callback', () => {
    const files = {
      'lib/with.ts': `${IMPORT}import type { SignalServer } from 'signal-next/server';
        export async function withSignal(fn) { const client = getSignal(); await fn(client); }
        export function typed<T>(name: string, fn: (deps: { signal: SignalServer }) => Promise<T>): Promise<T> { return run(name, fn); }`,
    };
    expect(
      seen(
        `import { withSignal, typed } from './lib/with';
         withSignal(async (client) => client.capture({ event: 'a' }));
         typed('x', async ({ signal }) => { signal.capture({ event: 'b' }); });`,
        files,
      ),
    ).toEqual(['a', 'b']);
  });

  test('is what a declared function or method says that it hands to its callback', () => {
    expect(
      seen(
        `import type { SignalServer } from 'signal-next/server'; import { withSignal } from './lib/with';
        interface Runner { run(fn: (n: number, client: SignalServer) => void): void; plain(fn: string): void }
        withSignal('x', (client, n) => { client.capture({ event: 'a' }); n.capture({ event: 'never' }); });
        export function go(runner: Runner) {
          runner.run((n, client) => { client.capture({ event: 'b' }); n.capture({ event: 'never' }); });
          runner.plain((client) => client.capture({ event: 'never' }));
          runner.run(1, (n, client) => client.capture({ event: 'never' }));
        }`,
        {
          'lib/with.ts': `import type { SignalServer } from 'signal-next/server';
            export declare const withSignal: (name: string, fn: (client: SignalServer, n: number) => void) => void;`,
        },
      ),
    ).toEqual(['a', 'b']);
  });

  test('is nothing where a function does not call its callback with the client', () => {
    expect(
      seen(`${IMPORT}
        function passesOn(fn) { run(fn, getSignal()); }
        passesOn((x, client) => client.capture({ event: 'never' }));
        function takesNone() {}
        takesNone((client) => client.capture({ event: 'never' }));
        function destructures({ fn }) { fn(signal); }
        destructures((client) => client.capture({ event: 'never' }));
        function callsWithLess(fn) { fn(); }
        callsWithLess((client) => client.capture({ event: 'never' }));
        const object = {};
        object((client) => client.capture({ event: 'never' }));
        signal((client) => client.capture({ event: 'never' }));
        getSignal().then(() => {}, (client) => client.capture({ event: 'never' }));
        getSignal().then((one, client) => client.capture({ event: 'never' }));
        getSignal().catch((client) => client.capture({ event: 'never' }));`),
    ).toEqual([]);
  });
});

describe('an export', () => {
  test.each([
    ['export const one = createSignalServer({});', 'value'],
    ['export const one = process.env.KEY ? { capture() {} } : createSignalServer({});', 'value'],
    ['export const one = () => createSignalServer({});', 'factory'],
    ['export function one() { return process.env.KEY ? { capture() {} } : signal; }', 'factory'],
    ['export const one = { signal };', undefined],
    ['export const two = signal;', undefined],
  ])('%s gives a client as a %s', (text, kind) => {
    const main = `${IMPORT}import { createSignalServer } from 'signal-next/server';\n${text}`;
    const host = memoryHost({ 'lib/signal.ts': SIGNAL, 'main.ts': main });
    expect(new SignalClients(host, SDK_MODULES, []).exportKind('main.ts', 'one')).toBe(kind);
  });
});

describe('a context', () => {
  const TRPC = `import { initTRPC } from '@trpc/server'; import { signal } from '@/lib/signal';
    export const createInnerTRPCContext = (opts) => ({ session: opts.session, signal, services: { signal } });
    export const createTRPCContext = async (opts) => { const session = await auth(); return { ...createInnerTRPCContext({ session }), headers: opts.headers }; };
    export type Context = Awaited<ReturnType<typeof createTRPCContext>>;
    const t = initTRPC.context<Context>().create();
    export const procedure = t.procedure;`;

  test('is known by its type', () => {
    const files = {
      'server/trpc.ts': TRPC,
      'server/types.ts': `import type { inferAsyncReturnType } from '@trpc/server'; import type { createTRPCContext } from './trpc';
        export type Ctx = inferAsyncReturnType<typeof createTRPCContext>;`,
    };
    expect(
      seen(
        `import type { Context } from './server/trpc'; import type { Ctx } from './server/types'; import type { SignalServer } from 'signal-next/server';
         interface Own { signal: SignalServer; user: string }
         export const a = async ({ ctx, input }: { ctx: Context; input: unknown }) => { ctx.signal.capture({ event: 'a' }); };
         export function b(ctx: Ctx) { ctx.services.signal.capture({ event: 'b' }); }
         export function c({ signal }: Ctx) { signal?.capture({ event: 'c' }); }
         export function d(whatever: Own) { whatever.signal.capture({ event: 'd' }); }`,
        files,
      ),
    ).toEqual(['a', 'b', 'c', 'd']);
  });

  test('is known by convention where some function of the project builds one', () => {
    expect(
      seen(
        `import { procedure } from './server/trpc';
         export const router = {
           a: procedure.mutation(({ ctx, input }) => { ctx.signal.capture({ event: 'a' }); }),
           b: procedure.mutation(async ({ ctx: { signal } }) => signal.capture({ event: 'b' })),
           c: procedure.mutation(async (opts) => { opts.ctx.signal?.capture({ event: 'c' }); }),
           d: procedure.mutation(async ({ ctx }) => { const { signal, db } = ctx; signal?.capture({ event: 'd' }); db.capture({ event: 'never' }); }),
           e: procedure.query(async (opts) => { const { ctx } = opts; ctx.services.signal.capture({ event: 'e' }); }),
           f: procedure.query(async ({ context }) => { context.signal.capture({ event: 'f' }); }),
         };`,
        { 'server/trpc.ts': TRPC },
      ).join(''),
    ).toBe('abcdef');
  });

  test.each([
    ['a middleware', 't.middleware(async ({ ctx, next }) => next({ ctx: { ...ctx, signal } }));'],
    ['a middleware that uses opts', 't.middleware((opts) => opts.next({ ctx: { signal } }));'],
    ['an action middleware', 'client.use(async () => { return { ctx: { signal } }; });'],
    ['a middleware of oRPC', 'os.use(async ({ next }) => next({ context: { signal: getSignal() } }));'],
    ['a server with a context function', 'createHandler(server, { context: async (req) => ({ signal }) });'],
    [
      'a handler with createContext',
      'fetchRequestHandler({ router, createContext: async () => ({ signal }) });',
    ],
  ])('is built by %s', (_what, text) => {
    const main = `declare const action: any;
      export const a = action.handler(async ({ ctx }) => { ctx.signal.capture({ event: 'a' }); ctx.db.capture({ event: 'never' }); });
      export const b = (_: unknown, context) => context.signal.capture({ event: 'b' });`;
    expect(seen(main, { 'lib/actions.ts': `${IMPORT}${text}` })).toEqual(['a', 'b']);
  });

  test('without a client stays unknown', () => {
    expect(
      seen('export const a = ({ ctx }) => ctx.signal.capture({ event: "never" });', {
        'server/trpc.ts': 'export const createContext = () => ({ db });',
        'app/ui.tsx':
          "'use client'; import { signal } from '@/lib/signal'; const createContext = () => ({ signal });",
      }),
    ).toEqual([]);
  });
});

describe('a method off its client', () => {
  test('is refused, or handled where it is bound', () => {
    expect(
      seen(`${IMPORT}
        const { capture } = signal; capture({ event: 'a' });
        const taken = signal.capture; taken({ event: 'b' });
        const bound = signal.capture.bind(signal); bound({ event: 'c' });
        const typed = signal.capture.bind(signal) satisfies Track; typed({ event: 't' });
        signal['capture']({ event: 'd' });
        signal.capture.call(signal, { event: 'e' });
        ['x'].forEach(signal.capture);
        retry(() => signal.capture.bind(signal));
        const { identify: who } = getSignal()!; who({ event: 'f' });
        const { signal: { capture: inner } } = { signal }; inner({ event: 'g' });`),
    ).toEqual(['a!', 'b!', 'c', 't', 'd', 'e!', 'capture!', 'capture!', 'f!', 'g!']);
  });

  test('is seen where it is chosen as the code runs', () => {
    expect(
      seen(
        `${IMPORT}
        import { KEYS, type Kind } from './kinds';
        const FLUSH = 'flush';
        type Own = 'capture' | 'identify';
        export async function run(isNew: boolean, own: Own, kind: Kind, key: string, stop: 'flush' | 'shutdown') {
          signal[isNew ? 'identify' : 'capture']({ event: 'a' });
          signal[own]({ event: 'b' });
          const chosen = isNew ? 'identify' : KEYS.capture;
          signal[chosen]({ event: 'c' });
          signal[KEYS.capture]({ event: 'd' });
          signal[kind]({ event: 'e' });
          signal[key as 'capture']({ event: 'f' });
          signal[isNew ? 'setPersonProperties' : 'setPersonPropertiesOnce'](key, { event: 'g' });
          (isNew ? signal.identify : signal.capture)({ event: 'h' });
          (0, signal.capture)({ event: 'i' });
          let later = 'flush';
          if (isNew) later = 'capture';
          signal[later]({ event: 'k' });
          (isNew ? signal : getSignal())?.capture({ event: 'j' });
          await signal[isNew ? 'flush' : 'shutdown']({ event: 'no' });
          await signal[FLUSH]({ event: 'no' });
          await signal[stop]({ event: 'no' });
          await signal[key]();
          (isNew ? console.log : signal.flush)({ event: 'no' });
        }`,
        {
          'kinds.ts': "export const KEYS = { capture: 'capture' };\nexport type Kind = 'identify' | 'flush';",
        },
      ),
    ).toEqual(['a', 'b', 'c', 'd', 'e!', 'f!', 'g', 'h!', 'i!', 'k!', 'j']);
  });

  test('is followed through exports under its own name, and reported where it is exported under another', () => {
    const files = {
      'lib/track.ts': `${IMPORT}export const capture = signal.capture.bind(signal);\nexport const tools = { identify: signal.identify.bind(signal) };`,
    };
    expect(
      seen(
        "import { capture, tools } from './lib/track';\ncapture({ event: 'a' }); tools.identify({ event: 'b' });",
        files,
      ),
    ).toEqual(['a', 'b']);
    expect(seen(`${IMPORT}export const track = signal.capture.bind(signal);`)).toEqual(['capture!']);
  });
});

describe('what is no Signal client', () => {
  test('the browser SDK, other objects of that name, look-alikes', () => {
    const files = {
      'lib/hooks.ts':
        "import { useSignal } from 'signal-next/client';\nexport const useTracking = () => useSignal();",
      'lib/other.ts':
        "import { PostHog } from 'posthog-node';\nexport const signal = new PostHog('k');\nexport class SignalServer { capture() {} }",
    };
    expect(
      seen(
        `import { useSignal } from 'signal-next/client'; import { useTracking } from './lib/hooks';
         import { signal, SignalServer } from './lib/other';
         useSignal().capture({ event: 'never' }); useTracking().capture({ event: 'never' });
         signal.capture({ event: 'never' }); new SignalServer().capture({ event: 'never' });
         function f(c: SignalServer) { c.capture({ event: 'never' }); }
         function g(unknown) { unknown.capture({ event: 'never' }); }
         const ctx = document.createElement('canvas').getContext('2d'); ctx.signal.capture({ event: 'never' });
         camera.capture({ event: 'never' }); items.map((signal) => signal.capture({ event: 'never' }));`,
        files,
      ),
    ).toEqual([]);
  });

  test('cycles end', () => {
    const files = {
      'lib/a.ts':
        "export * from './b'; import { b } from './b'; export const a = b; export type A = B; import type { B } from './b';",
      'lib/b.ts':
        "export * from './a'; import { a } from './a'; export const b = a; export type B = A; import type { A } from './a';",
    };
    expect(
      seen(
        `import { a, c, type A } from './lib/a';
         a.capture({ event: 'never' }); c.capture({ event: 'never' });
         function f(x: A) { x.capture({ event: 'never' }); }
         function g(n) { return n ? g(n - 1) : h(n); } function h(n) { return g(n); } g(1).capture({ event: 'never' });
         class L extends M {} class M extends L {} new L().signal.capture({ event: 'never' });
         interface P extends Q {} interface Q extends P {} function j(p: P) { p.signal.capture({ event: 'never' }); }
         class N extends O {} class O extends N {} N.signal.capture({ event: 'never' });
         let x = y, y = x; x.capture({ event: 'never' });
         type T<U> = T<U> | U; function i(t: T<string>) { t.capture({ event: 'never' }); }`,
        files,
      ),
    ).toEqual([]);
  });

  test('a cycle on the way to a client hides it from nobody', () => {
    expect(
      seen(`${IMPORT}
        const slots = globalThis as any;
        const one = slots.one ?? signal;
        slots.one = one;
        one.capture({ event: 'a' });
        slots.one.capture({ event: 'b' });`),
    ).toEqual(['a', 'b']);
  });
});

describe('a named client', () => {
  test.each([
    ['@acme/analytics#signal', "import { signal } from '@acme/analytics';", 'signal'],
    ['@acme/analytics#getSignal', "import { getSignal } from '@acme/analytics';", '(await getSignal())?'],
    ['@acme/analytics#default', "import tracking from '@acme/analytics';", 'tracking'],
    ['@acme/analytics#signal', "import * as analytics from '@acme/analytics';", 'analytics.signal'],
    ['@acme/analytics#signal', "const { signal } = require('@acme/analytics');", 'signal'],
    ['@/lib/tracking#client', "import { client } from './lib/tracking';", 'client'],
    ['./lib/tracking#client', "import { client as c } from '@/lib/tracking';", 'c'],
    ['@/lib/tracking#client', "import { client } from './lib/barrel';", 'client'],
  ])('%s by %s', (name, text, use) => {
    const files = {
      'lib/tracking.ts': "import { make } from 'somewhere'; export const client = make();",
      'lib/barrel.ts': "export * from './tracking';",
    };
    const main = `${text}\n${use}.capture({ event: 'a' });`;
    expect(seen(main, files, { named: [name] })).toEqual(['a']);
    expect(seen(main, files)).toEqual([]);
  });

  test.each([
    ['@acme/analytics#signal', "import { client } from '@acme/analytics';"],
    ['@acme/analytics#client', "import { client } from '@acme/tracking';"],
    ['@/lib/tracking#signal', "import { client } from './lib/tracking';"],
    ['@/lib/tracking#client', "import { client } from './lib/other';"],
  ])('%s is not what another name or module gives: %s', (name, text) => {
    const files = {
      'lib/tracking.ts': "import { make } from 'somewhere'; export const client = make();",
      'lib/other.ts': "import { make } from 'somewhere'; export const client = make();",
    };
    expect(seen(`${text}\nclient.capture({ event: 'a' });`, files, { named: [name] })).toEqual([]);
  });

  test.each(['signal', '#', 'a#', '#b', 'a#b c', 'a#b.c', ' #signal', ''])('is not %j', (text) => {
    expect(parseNamedClient(text)).toBeUndefined();
  });

  test('may be one of the package imports of the app', () => {
    expect(parseNamedClient('#lib/analytics#signal')).toEqual({
      module: '#lib/analytics',
      exportName: 'signal',
    });
  });
});
