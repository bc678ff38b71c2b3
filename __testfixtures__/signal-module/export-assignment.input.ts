import { createSignalServer } from 'signal-next/server';

const signal = createSignalServer({ apiKey: '' });

export = signal;
