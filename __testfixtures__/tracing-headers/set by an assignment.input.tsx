import { SignalNextProvider } from 'signal-next/client';
const options: Record<string, unknown> = { apiKey: 'k' };
if (process.env.NODE_ENV === 'production') options.addTracingHeaders = true;
export const P = () => <SignalNextProvider options={options} />;
