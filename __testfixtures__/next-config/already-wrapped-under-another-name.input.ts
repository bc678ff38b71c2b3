import { withSignalConfig as signal } from '@signal-js/nextjs/server';
import type { NextConfig } from 'next';

const config: NextConfig = {};
const wrapped = signal(config);

export default wrapped;
