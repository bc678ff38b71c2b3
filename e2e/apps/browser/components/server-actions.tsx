'use client';

import { useState } from 'react';
import { useSignal } from 'signal-next/client';
import { reserve, subscribe } from '@/app/actions';

export function ServerActions() {
  const signal = useSignal();
  const [answer, setAnswer] = useState('');

  async function press() {
    signal.capture('reserve pressed');
    setAnswer(await reserve('stall 4'));
  }

  return (
    <section>
      <button type="button" onClick={press}>
        reserve
      </button>
      <p>{answer}</p>
      <form action={subscribe} onSubmit={() => signal.capture('subscribe pressed')}>
        <input name="email" aria-label="email" defaultValue="kim@example.com" />
        <button>subscribe</button>
      </form>
    </section>
  );
}
