import { betterAuth } from 'better-auth';
import { anonymous, organization } from 'better-auth/plugins';
import { headers } from 'next/headers';
import { getSessionInfo, signal } from '@/lib/signal-server';

export const auth = betterAuth({
  plugins: [
    anonymous({
      onLinkAccount: async ({ anonymousUser, newUser }) => {
        const { sessionId, windowId } = getSessionInfo(await headers());
        signal.alias(
          newUser.user.id,
          anonymousUser.user.id,
          sessionId,
          windowId,
        );
      },
    }),
    organization({
      organizationHooks: {
        afterCreateOrganization: async ({ organization, user }) => {
          const { sessionId, windowId, distinctId } = getSessionInfo(
            await headers(),
          );
          signal.capture({
            distinctId: distinctId || user.id,
            event: 'organization_created',
            properties: { name: organization.name },
            sessionId,
            windowId,
          });
        },
      },
    }),
  ],
});
