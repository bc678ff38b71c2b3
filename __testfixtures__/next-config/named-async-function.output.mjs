// @ts-check
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js'; // the phase
import { withSignalConfig } from 'signal-next/config';

/**
 * @returns {Promise<import('next').NextConfig>}
 */
async function config(phase) {
  return { assetPrefix: phase === PHASE_DEVELOPMENT_SERVER ? undefined : 'https://cdn.example.com' };
}

export default withSignalConfig(config);

export const unrelated = 1;
