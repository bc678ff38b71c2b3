import { SignalNextProvider } from '@signal-js/nextjs/client';
import { createElement } from 'react';

function signalOptions(env: string) {
  if (env === 'development') {
    return { apiKey: 'dev', debug: true };
  }
  return {
    apiKey: 'live',
  };
}

export const provider = createElement(SignalNextProvider, { options: signalOptions(process.env.NODE_ENV) });
