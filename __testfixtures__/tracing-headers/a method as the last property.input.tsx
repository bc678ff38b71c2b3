import { SignalNextProvider } from 'signal-next/client';

const options = {
  apiKey: 'k',
  onError(error: Error) {
    console.error(error);
  },
};

export const Providers = () => <SignalNextProvider options={options} />;
