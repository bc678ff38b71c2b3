import { SignalNextProvider } from 'signal-next/client';
const HOSTS = ['example.com'];
export const P = () => <SignalNextProvider options={{ 'addTracingHeaders': HOSTS, apiKey: 'k' }} />;
