import { SignalNextProvider } from 'signal-next/client';

const options = {
  apiKey: 'k', // public
  debug: true, // noisy, but useful
  addTracingHeaders: true
  // compression: false
};

export const Providers = () => <SignalNextProvider options={options} />;
