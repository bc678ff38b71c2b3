import { SignalNextProvider } from 'signal-next/client';
const options = { addTracingHeaders: process.env.NEXT_PUBLIC_TRACING === '1', apiKey: 'k' };
export const P = () => <SignalNextProvider options={options} />;
