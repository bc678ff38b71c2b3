import { SignalNextProvider } from 'signal-next/client';

const base = { apiKey: 'k' };
const options = {
  projectId: 'p',
  ...base,
  addTracingHeaders: true,
};

export const Providers = () => <SignalNextProvider options={options} />;
