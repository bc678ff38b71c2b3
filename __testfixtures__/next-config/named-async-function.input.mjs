// @ts-check
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js'; // the phase

/**
 * @returns {Promise<import('next').NextConfig>}
 */
export default async function config(phase) {
  return { assetPrefix: phase === PHASE_DEVELOPMENT_SERVER ? undefined : 'https://cdn.example.com' };
}

export const unrelated = 1;
