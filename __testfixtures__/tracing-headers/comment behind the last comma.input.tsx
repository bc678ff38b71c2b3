import { SignalNextProvider } from 'signal-next/client';

const options = {
  apiKey: 'k',
  debug: true, /* noisy, */ // but, useful

  // compression: false,
};

export const Providers = () => <SignalNextProvider options={options} />;
