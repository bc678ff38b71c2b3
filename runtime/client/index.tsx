'use client';

export type { Properties } from '../shared/wire.js';
export { SignalNextProvider, type SignalNextProviderProps, useSignal } from './provider.js';
export type { Signal, SignalClientOptions } from './signal-client.js';
