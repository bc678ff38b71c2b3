'use client';

import { useEffect, useState } from 'react';
import { useSignal } from 'signal-next/client';

const other = process.env.NEXT_PUBLIC_OTHER_ORIGIN;

const requests: Record<string, () => Promise<string>> = {
  fetch: () => post('/api/order'),
  xhr: () => xhr('/api/stock'),
  beacon: async () => String(navigator.sendBeacon('/api/order', 'by beacon')),
  'other fetch': () => fetch(`${other}/hello`).then((response) => response.text()),
  'other xhr': () => xhr(`${other}/hello`),
  presigned: () => post('/api/presigned'),
  redirected: () => post('/api/redirect'),
};

/** One button per request; a press is a browser event and then the request, whose answer is shown. */
export function Requests() {
  const signal = useSignal();
  const [ids, setIds] = useState<Record<string, string>>();
  const [answer, setAnswer] = useState('');

  useEffect(() => {
    setIds({
      session: signal.getSessionId(),
      window: signal.getWindowId(),
      person: signal.getDistinctId(),
    });
  }, [signal]);

  async function press(name: string, send: () => Promise<string>) {
    signal.capture(`${name} pressed`);
    setAnswer(await send().catch((error: unknown) => `failed: ${error}`));
  }

  return (
    <section>
      {ids && Object.entries(ids).map(([name, id]) => <p key={name} data-testid={name}>{id}</p>)}
      <fieldset disabled={ids === undefined}>
        {Object.entries(requests).map(([name, send]) => (
          <button key={name} type="button" onClick={() => press(name, send)}>
            {name}
          </button>
        ))}
        <button type="button" onClick={() => signal.identify('Zoë 東京')}>
          identify
        </button>
        <button type="button" onClick={() => signal.stop()}>
          stop
        </button>
        <button type="button" onClick={() => window.open(location.href)}>
          duplicate
        </button>
      </fieldset>
      <output>{answer}</output>
    </section>
  );
}

function post(path: string): Promise<string> {
  return fetch(path, { method: 'POST', body: 'one crate' }).then((response) => response.text());
}

function xhr(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.onload = () => resolve(request.responseText);
    request.onerror = () => reject(new Error(`XHR to ${url}`));
    request.send();
  });
}
