'use server';

import { track, trackFor } from '@/lib/track';
import { guard } from '@/lib/guard';

export const addServer = async (serverId: string) =>
  guard(async () => {
    track('server added', {
      source: 'settings',
      serverId,
    });
    return { success: true };
  });

export const removeServer = async (serverId: string) => guard(async () => {
  track('server removed', {
    source: 'settings',
    serverId,
  });
  track('server removed in the settings', { source: 'settings', serverId });
  trackFor({ event: 'server removed in the settings', source: 'settings' });
  return { success: true };
});
