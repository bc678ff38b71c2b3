import { SignalNextProvider } from 'signal-next/client';

const options = {
  // filled in later
};

export const Providers = () => <SignalNextProvider options={options} />;
