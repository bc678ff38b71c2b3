import { SignalNextProvider } from 'signal-next/client';

const here = { apiKey: 'k', endpoint: 'https://api.trysignal.ai/', debug: true };
const there = { apiKey: 'k' /* public */, endpoint: 'https://api.example.com/' };

export const A = () => <SignalNextProvider options={here} />;
export const B = () => <SignalNextProvider options={there} />;
