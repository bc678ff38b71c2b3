import { SignalNextProvider } from 'signal-next/client';
import { createElement as h } from 'react';

export const provider = h(SignalNextProvider, { options: { apiKey: 'live' } });
