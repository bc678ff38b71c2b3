import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SignalNextProvider, useSignal } from '../../runtime/client/index.js';
import { fakePage } from './fake-page.js';

function Child({ onRender }: { onRender?: (signal: ReturnType<typeof useSignal>) => void }) {
  const signal = useSignal();
  onRender?.(signal);
  return <p>{signal.getDistinctId() || 'nobody'}</p>;
}

const OPTIONS = { apiKey: 'k', projectId: 'p', addTracingHeaders: true };

afterEach(() => vi.unstubAllGlobals());

describe('SignalNextProvider', () => {
  it('renders its children on the server and does nothing there, not even ask for the time', () => {
    const now = vi.spyOn(Date, 'now');
    const random = vi.spyOn(crypto, 'getRandomValues');
    const html = renderToString(
      <SignalNextProvider options={OPTIONS}>
        <Child onRender={(signal) => signal.capture('x')} />
      </SignalNextProvider>,
    );
    expect(html).toBe('<p>nobody</p>');
    expect(now).not.toHaveBeenCalled();
    expect(random).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('installs the tracing headers while it renders, before a child can fetch', async () => {
    const page = fakePage();
    vi.stubGlobal('window', page);
    let original: unknown;
    renderToString(
      <SignalNextProvider options={{ ...OPTIONS, projectId: 'install' }}>
        <Child
          onRender={(signal) => {
            original = signal.getSessionId();
            void page.fetch('/api');
          }}
        />
      </SignalNextProvider>,
    );
    expect(page.requests[0]?.headers.get('x-signal-session-id')).toBe(original);
    expect(original).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('does nothing with autoStart off until start is called', async () => {
    const page = fakePage();
    vi.stubGlobal('window', page);
    let signal: ReturnType<typeof useSignal> | undefined;
    renderToString(
      <SignalNextProvider options={{ ...OPTIONS, projectId: 'later' }} autoStart={false}>
        <Child
          onRender={(given) => {
            signal = given;
          }}
        />
      </SignalNextProvider>,
    );
    await page.fetch('/api');
    signal?.start();
    await page.fetch('/api');
    expect(page.requests.map((request) => request.headers.has('x-signal-session-id'))).toEqual([false, true]);
  });

  it('gives the same client to a second render with equal options', () => {
    vi.stubGlobal('window', fakePage());
    const seen = new Set();
    for (let render = 0; render < 2; render += 1) {
      renderToString(
        <SignalNextProvider options={{ ...OPTIONS, projectId: 'twice' }}>
          <Child onRender={(signal) => seen.add(signal)} />
        </SignalNextProvider>,
      );
    }
    expect(seen.size).toBe(1);
  });

  it('lets useSignal be called without a provider', () => {
    expect(renderToString(<Child onRender={(signal) => signal.capture('x')} />)).toBe('<p>nobody</p>');
  });
});
