import { SignalNextProvider } from 'signal-next/client';

const options = { apiKey: process.env.NEXT_PUBLIC_SIGNAL_API_KEY ?? '', projectId: 'shop', debug: true, compression: false, addTracingHeaders: true };

export const Providers = () => <SignalNextProvider options={options} />;
