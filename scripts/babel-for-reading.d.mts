import type { Plugin } from 'esbuild';

export const babelForReading: Plugin;
