import { SignalNextProvider } from 'signal-next/client';

const options = {
  // filled in later
  addTracingHeaders: true,
};

export const Providers = () => <SignalNextProvider options={options} />;
