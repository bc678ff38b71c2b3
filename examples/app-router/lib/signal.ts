import { createSignalServer } from 'signal-next/server';

export const signal = createSignalServer({
  apiKey: process.env.SIGNAL_API_KEY ?? '',
  projectId: process.env.SIGNAL_PROJECT_ID,
  endpoint: process.env.NEXT_PUBLIC_SIGNAL_ENDPOINT,
});
