'use server';

import { headers } from 'next/headers';
import { getSessionInfo, track, trackFor } from '@/lib/track';
import { guard } from '@/lib/guard';

export const addServer = async (serverId: string) => {
  const session = getSessionInfo(await headers());
  return guard(async () => {
    track(
      'server added',
      {
        source: 'settings',
        serverId,
      },
      session,
    );
    return { success: true };
  });
};

export const removeServer = async (serverId: string) => {
  const session = getSessionInfo(await headers());
  return guard(async () => {
    track(
      'server removed',
      {
        source: 'settings',
        serverId,
      },
      session,
    );
    track(
      'server removed in the settings',
      { source: 'settings', serverId },
      session,
    );
    trackFor(
      { event: 'server removed in the settings', source: 'settings' },
      session,
    );
    return { success: true };
  });
};
