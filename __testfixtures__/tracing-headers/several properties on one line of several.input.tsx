import { SignalNextProvider } from 'signal-next/client';

const options = { apiKey: 'k', projectId: 'p',
  debug: true, compression: false };
const other = {
  apiKey: 'k', projectId: 'p',
};

export const Providers = () => <SignalNextProvider options={dev ? options : other} />;
