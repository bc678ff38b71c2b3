import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { chromiumPath, launchChromium, NO_CHROMIUM } from '../../test/support/chromium.js';
import { type Sink, type SinkEvent, startSink } from '../../test/support/sink.js';
import { NextApp, type Prerendered, type RunningApp } from '../support/next-app.js';
import { repository } from '../support/paths.js';
import { type OtherOrigin, startOtherOrigin } from './other-origin.js';
import { type Ids, idsOf, newVisitor, settled, type Visitor, type VisitorOptions } from './visitor.js';

export interface BrowserJourney {
  /** The exact version of Next.js. */
  readonly next: string;
  /** What else to install, because package.json has it for another version. */
  readonly packages: readonly string[];
  /** The file that holds the proxy, and the name of its export. */
  readonly proxy: 'proxy' | 'middleware';
}

const SESSION_HEADERS = ['x-signal-session-id', 'x-signal-window-id', 'x-signal-distinct-id'];

/** What the app records where the session of a request is unknown. */
const NOBODY = 'guest';

/** Each test has a visitor of its own, and fails when anything went wrong in one of the visitor's tabs. */
export function describeInChromium(journey: BrowserJourney): void {
  // A machine without a browser can run the rest; in CI nothing may be left out.
  const skip = chromiumPath === undefined && !process.env.CI;
  if (skip) console.warn(`The tests in a browser are skipped. ${NO_CHROMIUM}`);

  describe.skipIf(skip).sequential(`In Chromium on Next.js ${journey.next}`, () => {
    let chromium: Browser;
    let sink: Sink;
    let other: OtherOrigin;
    let app: NextApp;
    let prerendered: Prerendered;
    let running: RunningApp | undefined;
    let visitors: Visitor[] = [];
    let from = 0;

    beforeAll(async () => {
      chromium = await launchChromium();
      sink = await startSink();
      other = await startOtherOrigin();
      app = await NextApp.create(join(repository, 'e2e/apps/browser'), {
        next: journey.next,
        packages: journey.packages,
        folder: `browser-${journey.next}`,
        env: {
          SIGNAL_API_KEY: 'sk_market',
          NEXT_PUBLIC_SIGNAL_ENDPOINT: sink.url,
          NEXT_PUBLIC_SIGNAL_PROJECT_ID: 'market',
          NEXT_PUBLIC_OTHER_ORIGIN: other.url,
        },
      });
      if (journey.proxy === 'middleware') await useMiddleware(app.folder);
      prerendered = await app.build();
      running = await app.start();
    }, 400_000);

    afterAll(async () => {
      // Each of them, whatever becomes of the others.
      await Promise.allSettled([chromium?.close(), running?.stop()]);
      await Promise.allSettled([other?.close(), sink?.close()]);
    });

    beforeEach(() => {
      from = sink.events.length;
      other.requests.length = 0;
      other.allow([]);
    });

    afterEach(async () => {
      const complaints = visitors.flatMap((visitor) => visitor.complaints());
      for (const visitor of visitors) await visitor.close();
      visitors = [];
      expect(complaints).toEqual([]);
    });

    const origin = () => running?.url ?? '';

    async function visitor(options: Omit<VisitorOptions, 'origin'> = {}): Promise<Visitor> {
      const created = await newVisitor(chromium, { origin: origin(), ...options });
      visitors.push(created);
      return created;
    }

    const named = (name: string) => sink.events.slice(from).filter(({ event }) => event === name);

    /** Without those of a tab of the test before, which sends its last when it is closed. */
    const viewsIn = ({ sessionId }: Ids) => named('$pageview').filter((view) => view.sessionId === sessionId);

    /** The one event of this test with that name. */
    async function arrived(name: string): Promise<SinkEvent> {
      const [event, again] = await vi.waitFor(
        () => {
          const events = named(name);
          expect(events, `${name} among ${sink.events.slice(from).map(({ event }) => event)}`).not.toEqual(
            [],
          );
          return events;
        },
        { timeout: 10_000, interval: 20 },
      );
      expect(again, `${name} a second time`).toBeUndefined();
      if (event === undefined) throw new Error(`${name} has not arrived.`);
      return event;
    }

    const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
    const answer = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();

    it('prerenders what is static, with the proxy in place', async () => {
      const routes = prerendered.routes.filter((route) => !route.startsWith('/_'));
      expect(routes).toEqual(['/', '/early', '/second']);
      const html = await readdir(join(app.folder, '.next/server/pages'), { recursive: true });
      expect(html).toEqual(expect.arrayContaining(['old.html', 'old/early.html']));
    });

    describe('a press leads to a browser event and a server event of one session', () => {
      it.each([
        ['App', '/', 'fetch', 'order received'],
        ['App', '/', 'xhr', 'stock asked'],
        ['App', '/', 'reserve', 'stall reserved'],
        ['App', '/', 'subscribe', 'letter subscribed'],
        ['Pages', '/old', 'fetch', 'order received'],
        ['Pages', '/old', 'xhr', 'stock asked'],
        ['Pages', '/old', 'report', 'report served'],
      ])('%s Router, %s: %s, %s', async (_router, path, control, server) => {
        const page = await (await visitor()).open(path);
        const ids = await idsOf(page);
        const role = control === 'report' ? 'link' : 'button';
        await page.getByRole(role, { name: control, exact: true }).click();
        expect(await arrived(`${control} pressed`)).toMatchObject(ids);
        expect(await arrived(server)).toMatchObject(ids);
        if (control === 'report') expect(await page.getByTestId('served').textContent()).toBe(ids.sessionId);
      });

      it.each(['/early', '/old/early'])('also the first effect of a page: %s', async (path) => {
        const page = await (await visitor()).open(path);
        expect(await arrived('order received')).toMatchObject(await idsOf(page));
      });

      it('also where storage is blocked', async () => {
        const someone = await visitor();
        await someone.context.addInitScript(`
          for (const name of ['localStorage', 'sessionStorage']) {
            Object.defineProperty(window, name, { get() { throw new DOMException('Denied', 'SecurityError'); } });
          }`);
        const page = await someone.open('/');
        const ids = await idsOf(page);
        expect(Object.values(ids)).not.toContain('');
        await press(page, 'fetch');
        expect(await arrived('fetch pressed')).toMatchObject(ids);
        expect(await arrived('order received')).toMatchObject(ids);
      });

      it('as the person that identify() names, in any script', async () => {
        const page = await (await visitor()).open('/');
        const ids: Ids = { ...(await idsOf(page)), distinctId: 'Zoë 東京' };
        await press(page, 'identify');
        await press(page, 'fetch');
        expect(await arrived('fetch pressed')).toMatchObject(ids);
        expect(await arrived('order received')).toMatchObject(ids);
      });
    });

    describe('another origin', () => {
      it.each(['other fetch', 'other xhr'])('is sent no header with `true`: %s', async (button) => {
        const page = await (await visitor()).open('/');
        await press(page, button);
        await answer(page, 'hello from elsewhere');
        expect(other.requests.map(({ method }) => method)).toEqual(['GET']);
        expect(other.requests[0]?.headers).toEqual(
          expect.not.objectContaining({ 'x-signal-session-id': expect.anything() }),
        );
      });

      it.each(['other fetch', 'other xhr'])('is sent the ids when it is listed: %s', async (button) => {
        other.allow(SESSION_HEADERS);
        const page = await (await visitor({ signal: { addTracingHeaders: [other.host] } })).open('/');
        const ids = await idsOf(page);
        await press(page, button);
        await answer(page, 'hello from elsewhere');
        expect(other.requests.map(({ method }) => method)).toEqual(['OPTIONS', 'GET']);
        expect(other.requests[1]?.headers).toMatchObject({
          'x-signal-session-id': ids.sessionId,
          'x-signal-window-id': ids.windowId,
          'x-signal-distinct-id': ids.distinctId,
        });
        await press(page, 'fetch');
        const order = await arrived('order received');
        expect(order, 'the own host is not in the list').not.toHaveProperty('sessionId');
      });

      it('may be where a request is redirected to when its path is ignored', async () => {
        const someone = await visitor();
        const page = await someone.open('/');
        await press(page, 'presigned');
        await answer(page, 'hello from elsewhere');
        // What the option is for.
        await press(page, 'redirected');
        await answer(page, 'failed: TypeError');
        expect(someone.complaints().join('\n')).toContain('CORS');
      });
    });

    describe('ids of tabs', () => {
      it('are one session and a window each', async () => {
        const someone = await visitor();
        const one = await idsOf(await someone.open('/'));
        const two = await idsOf(await someone.open('/old'));
        expect(two).toEqual({ ...one, windowId: expect.not.stringMatching(one.windowId) });
      });

      it('are a new window in a duplicate, although its storage is a copy', async () => {
        const someone = await visitor();
        const page = await someone.open('/');
        const ids = await idsOf(page);
        await someone.context.addInitScript(`window.copied = sessionStorage.getItem('signal.window');`);
        const opened = someone.context.waitForEvent('page');
        await press(page, 'duplicate');
        const duplicate = await opened;
        expect(await duplicate.evaluate('window.copied')).toBe(ids.windowId);
        const copy = await idsOf(duplicate);
        expect(copy).toEqual({ ...ids, windowId: expect.not.stringMatching(ids.windowId) });
        await press(duplicate, 'fetch');
        expect(await arrived('order received')).toMatchObject(copy);
      });

      it('outlive a reload and a change of the router', async () => {
        const page = await (await visitor()).open('/');
        const ids = await idsOf(page);
        await settled(page);
        await page.reload();
        expect(await idsOf(page)).toEqual(ids);
        await settled(page);
        await page.goto('/old');
        expect(await idsOf(page)).toEqual(ids);
        await settled(page);
        await page.goBack();
        expect(await idsOf(page)).toEqual(ids);
      });
    });

    describe('page views', () => {
      it.each([
        ['App', '/', '/second', 'home', 'second'],
        ['Pages', '/old', '/old/report', 'old', 'report'],
      ])('arrive once per navigation: %s Router, %s and %s', async (_router, first, second, back, there) => {
        const page = await (await visitor()).open(first);
        const ids = await idsOf(page);
        const views = () => viewsIn(ids).map(({ properties }) => properties?.path);
        await page.getByRole('link', { name: there, exact: true }).click();
        await page.waitForURL(`**${second}*`);
        await page.getByRole('link', { name: back, exact: true }).click();
        await page.waitForURL(`**${first}`);
        await page.goBack();
        await page.waitForURL(`**${second}*`);
        await vi.waitFor(() => expect(views()).toHaveLength(4), { timeout: 10_000 });
        // Long enough for one too many.
        await page.waitForTimeout(300);
        expect(views()).toEqual([first, second, first, second]);
      });
    });

    it('sends what still waits when the document is left', async () => {
      const page = await (await visitor({ signal: { flushInterval: 600_000 } })).open('/');
      const ids = await idsOf(page);
      await press(page, 'identify');
      await settled(page);
      expect(viewsIn(ids)).toEqual([]);
      await page.goto('/api/stock');
      await vi.waitFor(() => expect(viewsIn(ids)).toMatchObject([ids]), { timeout: 10_000 });
    });

    it('leaves the fetch wrappers of others in place, in either order', async () => {
      const someone = await visitor();
      const wrap = (name: string) => `
        window.${name} = 0;
        window.fetch = ((inner) => function (...args) {
          if (String(args[0]) === '/api/order') window.${name} += 1;
          return inner.apply(this, args);
        })(window.fetch);`;
      await someone.context.addInitScript(wrap('before'));
      const page = await someone.open('/');
      const ids = await idsOf(page);
      await page.evaluate(wrap('after'));
      await press(page, 'fetch');
      await answer(page, 'ordered');
      expect(await arrived('order received')).toMatchObject(ids);
      await press(page, 'reserve');
      expect(await arrived('stall reserved')).toMatchObject(ids);

      await press(page, 'stop');
      from = sink.events.length;
      await press(page, 'fetch');
      expect(await arrived('order received')).not.toHaveProperty('sessionId');
      expect(await page.evaluate('[window.before, window.after]')).toEqual([2, 2]);
    });

    describe('requests that cannot carry headers', () => {
      const signal = { sessionCookie: true };

      it('have no session without the cookie', async () => {
        const page = await (await visitor()).open('/');
        await settled(page);
        await page.goto('/old/report?year=2001');
        const served = await arrived('report served');
        expect(served).toMatchObject({ distinctId: NOBODY });
        expect(served).not.toHaveProperty('sessionId');
      });

      it('have it with the cookie: a document of getServerSideProps', async () => {
        const page = await (await visitor({ signal })).open('/');
        const ids = await idsOf(page);
        await settled(page);
        await page.goto('/old/report?year=2001');
        expect(await arrived('report served')).toMatchObject(ids);
        expect(await page.getByTestId('served').textContent()).toBe(ids.sessionId);
      });

      it.each(['beacon', 'native form'])('have it with the cookie: %s', async (button) => {
        const page = await (await visitor({ signal })).open('/');
        const ids = await idsOf(page);
        await settled(page);
        await press(page, button);
        expect(await arrived('order received')).toMatchObject(ids);
      });

      it('have it with the cookie: a form without JavaScript', async () => {
        const someone = await visitor({ signal });
        const ids = await idsOf(await someone.open('/'));
        const plain = await visitor({ javaScript: false });
        await plain.context.addCookies(await someone.context.cookies());
        const page = await plain.open('/');
        await page.getByLabel('email').fill('lou@example.com');
        await press(page, 'subscribe');
        const subscribed = await arrived('letter subscribed');
        expect(subscribed).toMatchObject({ ...ids, properties: { email: 'lou@example.com' } });
      });

      it('get no cookie from the server, and static documents stay what they are', async () => {
        const someone = await visitor({ signal });
        await idsOf(await someone.open('/'));
        const cookies = await someone.context.cookies();
        expect(cookies.map(({ name, sameSite, path }) => ({ name, sameSite, path }))).toEqual([
          { name: 'signal_session', sameSite: 'Lax', path: '/' },
          { name: 'signal_person', sameSite: 'Lax', path: '/' },
        ]);
        const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
        for (const path of ['/', '/second', '/old', '/old/report?year=2001', '/api/stock']) {
          const plain = await fetch(`${origin()}${path}`);
          const withCookie = await fetch(`${origin()}${path}`, { headers: { cookie } });
          expect(withCookie.headers.getSetCookie(), path).toEqual([]);
          for (const name of ['cache-control', 'x-nextjs-cache', 'x-nextjs-prerender']) {
            expect(withCookie.headers.get(name), `${name} of ${path}`).toBe(plain.headers.get(name));
          }
        }
      });
    });
  });
}

/** Next.js before 16 has no `proxy.ts`. */
async function useMiddleware(folder: string): Promise<void> {
  const text = await readFile(join(folder, 'proxy.ts'), 'utf8');
  await writeFile(
    join(folder, 'middleware.ts'),
    text.replace('signalProxy as proxy', 'signalProxy as middleware'),
  );
  await rm(join(folder, 'proxy.ts'));
}
