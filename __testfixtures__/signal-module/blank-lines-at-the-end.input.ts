import { createSignalServer } from 'signal-next/server';

export const signal = createSignalServer({ apiKey: '' }); // one per process


