import { SignalNextProvider } from 'signal-next/client';

const options = { apiKey: 'k', projectId: 'p',
  debug: true, compression: false, addTracingHeaders: true };
const other = {
  apiKey: 'k', projectId: 'p',
  addTracingHeaders: true,
};

export const Providers = () => <SignalNextProvider options={dev ? options : other} />;
