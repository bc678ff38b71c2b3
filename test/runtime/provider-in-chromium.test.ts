import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, NO_CHROMIUM } from '../support/chromium.js';
import { type Sink, startSink } from '../support/sink.js';
import { type AppInChromium, startAppInChromium } from './app-in-chromium.js';

// A machine without a browser can run the rest; in CI nothing may be left out.
const skip = chromiumPath === undefined && !process.env.CI;
if (skip) console.warn(`The provider's tests in a browser are skipped. ${NO_CHROMIUM}`);

describe.skipIf(skip)('SignalNextProvider in Chromium', () => {
  let app: AppInChromium;
  let sink: Sink;

  beforeAll(async () => {
    [app, sink] = await Promise.all([startAppInChromium(), startSink()]);
  }, 60_000);

  afterAll(() => Promise.allSettled([app?.close(), sink?.close()]), 60_000);

  /** A page with the provider; `window.render` renders it again with other props, `shown: false` takes it away. */
  async function provider(props: Record<string, unknown> = {}) {
    const { page, told } = await app.open();
    await page.evaluate(
      ({ endpoint, first }) => {
        const { React, createRoot, flushSync, SignalNextProvider, useSignal } = window.library;
        const base = {
          apiKey: 'k',
          projectId: 'p',
          endpoint,
          addTracingHeaders: true,
          sessionCookie: true,
          capturePageViews: false,
        };
        const root = createRoot(document.getElementById('root') ?? document.body);
        function Child() {
          window.signal = useSignal();
          return 'shown';
        }
        window.render = ({ shown = true, options, ...rest }) => {
          const all = { ...base, ...(options as object) };
          const child = React.createElement(Child);
          const provider = React.createElement(SignalNextProvider, { options: all, ...rest }, child);
          flushSync(() => root.render(shown ? provider : 'away'));
        };
        window.render(first);
      },
      { endpoint: sink.url, first: props },
    );
    const render = (next: Record<string, unknown>) => page.evaluate((given) => window.render(given), next);
    /** Whether a request has headers, and whether there are cookies. */
    const tracked = async () => {
      await page.evaluate(() => fetch('/api/x'));
      const cookies = await page.context().cookies();
      return [app.requests.at(-1)?.headers['x-signal-session-id'] !== undefined, cookies.length > 0];
    };
    const act = (name: 'start' | 'stop') => page.evaluate((method) => window.signal[method](), name);
    return { page, told, render, tracked, act };
  }

  const ON = [true, true];
  const OFF = [false, false];

  it('stays stopped through renders, changed options and a new mount until start() is called', async () => {
    const { render, tracked, act } = await provider();
    expect(await tracked()).toEqual(ON);
    await act('stop');
    expect(await tracked()).toEqual(OFF);
    await render({});
    expect(await tracked()).toEqual(OFF);
    await render({ options: { flushInterval: 3000 } });
    expect(await tracked()).toEqual(OFF);
    await render({ shown: false });
    await render({ options: { flushInterval: 3000 } });
    expect(await tracked()).toEqual(OFF);
    await act('start');
    expect(await tracked()).toEqual(ON);
  });

  it('stays started when the options change, also without autoStart', async () => {
    const { render, tracked, act } = await provider({ autoStart: false });
    expect(await tracked()).toEqual(OFF);
    await act('start');
    expect(await tracked()).toEqual(ON);
    await render({ autoStart: false, options: { flushInterval: 3000 } });
    expect(await tracked()).toEqual(ON);
  });

  it('takes a change of autoStart for a call of start() or stop()', async () => {
    const { render, tracked } = await provider({ autoStart: false });
    await render({ autoStart: true });
    expect(await tracked()).toEqual(ON);
    await render({ autoStart: false });
    expect(await tracked()).toEqual(OFF);
    await render({ autoStart: true });
    expect(await tracked()).toEqual(ON);
  });

  it('takes everything off when it is unmounted', async () => {
    const { page, render, tracked } = await provider();
    await render({ shown: false });
    expect(await tracked()).toEqual(OFF);
    expect(await page.evaluate(() => [window.fetch, history.pushState].map(String))).toEqual([
      'function fetch() { [native code] }',
      'function pushState() { [native code] }',
    ]);
    await render({});
    expect(await tracked()).toEqual(ON);
  });

  it('is started for the effects of children, in strict mode too', async () => {
    const { page, told } = await app.open();
    const from = app.requests.length;
    await page.evaluate((endpoint) => {
      const { React, createRoot, SignalNextProvider, useSignal } = window.library;
      function Child() {
        const signal = useSignal();
        React.useEffect(() => {
          signal.identify('auth0|1');
          void fetch('/api/me').then(() => window.notes.push('answered'));
        }, [signal]);
        return null;
      }
      const options = { apiKey: 'k', projectId: 'strict', endpoint, addTracingHeaders: true };
      createRoot(document.getElementById('root') ?? document.body).render(
        React.createElement(
          React.StrictMode,
          null,
          React.createElement(SignalNextProvider, { options }, React.createElement(Child)),
        ),
      );
    }, sink.url);
    await page.waitForFunction(() => window.notes.length === 2);
    const requests = app.requests.slice(from);
    expect(requests.map(({ headers }) => typeof headers['x-signal-session-id'])).toEqual([
      'string',
      'string',
    ]);
    expect(told.filter((text) => text.includes('[signal]'))).toEqual([]);
  });

  it('keeps what effects and cleanups below <Activity> capture', async () => {
    const { page } = await app.open();
    const from = sink.events.length;
    await page.evaluate(async (endpoint) => {
      const { React, createRoot, flushSync, SignalNextProvider, useSignal } = window.library;
      const Child = React.memo(function Child() {
        const signal = useSignal();
        React.useEffect(() => {
          signal.capture('viewed');
          void fetch('/api/viewed');
          return () => signal.capture('left');
        }, [signal]);
        return null;
      });
      const options = {
        apiKey: 'k',
        projectId: 'activity',
        endpoint,
        addTracingHeaders: true,
        capturePageViews: false,
      };
      const provider = React.createElement(SignalNextProvider, { options }, React.createElement(Child));
      const root = createRoot(document.getElementById('root') ?? document.body);
      for (const mode of ['visible', 'hidden', 'visible'] as const) {
        flushSync(() => root.render(React.createElement(React.Activity, { mode }, provider)));
        await Promise.resolve();
      }
    }, sink.url);
    const events = (await sink.waitFor(from + 3)).slice(from);
    expect(events.map(({ event }) => event)).toEqual(['viewed', 'left', 'viewed']);
    const views = app.requests.filter(({ path }) => path === '/api/viewed');
    expect(views.map(({ headers }) => typeof headers['x-signal-session-id'])).toEqual(['string', 'string']);
  });
});
