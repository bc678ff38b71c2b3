import { SignalNextProvider } from 'signal-next/client';

const options = {
    apiKey: 'k'
  , projectId: 'p'
  , addTracingHeaders: true
}

export const Providers = () => <SignalNextProvider options={options} />
