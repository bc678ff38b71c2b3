import { SignalNextProvider, type SignalOptions } from 'signal-next/client';

class Settings {
  static readonly signal = {
    apiKey: 'k',
    addTracingHeaders: true
  } satisfies SignalOptions;
}

export const Providers = () => <SignalNextProvider options={Settings.signal} />;
