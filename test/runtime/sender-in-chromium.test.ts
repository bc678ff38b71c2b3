import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignalClientOptions } from '../../runtime/client/signal-client.js';
import { chromiumPath, NO_CHROMIUM } from '../support/chromium.js';
import { type Sink, startSink } from '../support/sink.js';
import { type AppInChromium, startAppInChromium } from './app-in-chromium.js';

// A machine without a browser can run the rest; in CI nothing may be left out.
const skip = chromiumPath === undefined && !process.env.CI;
if (skip) console.warn(`The client's tests in a browser are skipped. ${NO_CHROMIUM}`);

describe.skipIf(skip)('the client in Chromium', () => {
  let app: AppInChromium;
  let sink: Sink;
  let status = 200;

  beforeAll(async () => {
    [app, sink] = await Promise.all([startAppInChromium(), startSink({ answer: () => ({ status }) })]);
  }, 60_000);

  afterAll(() => Promise.allSettled([app?.close(), sink?.close()]), 60_000);

  async function started(options: Partial<SignalClientOptions> = {}) {
    const { page, told } = await app.open();
    await start(page, options);
    return { page, told, from: sink.events.length };
  }

  function start(page: Page, options: Partial<SignalClientOptions> = {}) {
    const all = { apiKey: 'k', projectId: 'p', endpoint: sink.url, capturePageViews: false, ...options };
    return page.evaluate((given) => {
      const client = window.library.createSignalClient(window, given);
      client.start();
      client.observe();
      window.signal = client;
      return client.getWindowId();
    }, all);
  }

  /** As when the tab is switched, which a browser without a screen never does. */
  function setVisibility(page: Page, state: 'hidden' | 'visible') {
    return page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    }, state);
  }

  it('loses nothing when the tab is switched while the receiver is down', async () => {
    const { page, from } = await started();
    status = 503;
    const refused = sink.requests.length;
    await page.evaluate(() => {
      for (let at = 0; at < 10; at += 1) window.signal.capture(`e${at}`);
    });
    const answered = page.waitForResponse((response) => response.status() === 503);
    await setVisibility(page, 'hidden');
    await answered;
    status = 200;
    await setVisibility(page, 'visible');
    const events = (await sink.waitFor(from + 10)).slice(from);
    expect(events.map(({ event }) => event)).toEqual([...Array(10).keys()].map((at) => `e${at}`));
    expect(sink.requests.length).toBeGreaterThan(refused + 1);
  });

  it('sends once what waits when the tab is switched and the receiver is well', async () => {
    const { page, from } = await started();
    await page.evaluate(() => window.signal.capture('a'));
    await setVisibility(page, 'hidden');
    await sink.waitFor(from + 1);
    await setVisibility(page, 'visible');
    await page.evaluate(() => {
      window.signal.capture('b');
      return window.signal.flush();
    });
    const events = (await sink.waitFor(from + 2)).slice(from);
    expect(events.map(({ event }) => event)).toEqual(['a', 'b']);
  });

  it.each(['visibilitychange', 'pagehide'])(
    'sends what the page captures in %s when it is left',
    async (type) => {
      const { page, from } = await started({ flushInterval: 60_000 });
      await page.evaluate((event) => {
        const owner = event === 'pagehide' ? window : document;
        owner.addEventListener(event, () => window.signal.capture('time on page'));
        window.signal.capture('a');
      }, type);
      await page.goto('about:blank');
      const events = (await sink.waitFor(from + 2)).slice(from);
      expect(events.map(({ event }) => event).sort()).toEqual(['a', 'time on page']);
    },
  );

  it('sends what waits in Chinese, as far as it outlives the page', async () => {
    const { page, from } = await started({ flushInterval: 60_000 });
    await page.evaluate(() => {
      for (let at = 0; at < 20; at += 1) window.signal.capture(`e${at}`, { text: '漢'.repeat(1200) });
    });
    await page.goto('about:blank');
    const events = (await sink.waitFor(from + 15)).slice(from);
    expect(new Set(events.map(({ id }) => id)).size).toBeGreaterThanOrEqual(15);
  });

  it('says once that a redirect takes the events, and does not count them as sent', async () => {
    const { page, told } = await started({ endpoint: '/to-login', debug: true });
    for (let time = 0; time < 2; time += 1) {
      await page.evaluate(() => {
        window.signal.capture('a');
        return window.signal.flush();
      });
    }
    const said = told.filter((text) => text.includes('[signal]'));
    expect(said).toEqual([expect.stringMatching(/to-login\/v1\/events redirects to another page/)]);
  });

  it('follows a redirect that only adds a slash to the address', async () => {
    const { page, told } = await started({ endpoint: '/without-slash', debug: true });
    await page.evaluate(() => {
      window.signal.capture('a');
      return window.signal.flush();
    });
    expect(told).toContain('[signal] Sent 1 events.');
    expect(told.join()).not.toContain('redirects');
  });

  it('keeps the window of a tab that has held a frame with the client in it', async () => {
    const { page } = await app.open();
    const first = await start(page);
    const inFrame = await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = '/frame';
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      const inner = frame.contentWindow as (Window & typeof globalThis) | null;
      if (!inner) throw new Error('The frame has no window.');
      const client = inner.library.createSignalClient(inner, { apiKey: 'k', projectId: 'p' });
      client.start();
      return client.getWindowId();
    });
    expect(inFrame).toBe(first);
    await page.reload();
    expect(await start(page)).toBe(first);
  });
});
