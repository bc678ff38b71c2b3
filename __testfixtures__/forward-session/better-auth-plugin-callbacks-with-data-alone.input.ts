// @file lib/auth.ts
import { betterAuth } from 'better-auth';
import { anonymous, organization } from 'better-auth/plugins';
import { signal } from '@/lib/signal-server';

export const auth = betterAuth({
  plugins: [
    anonymous({
      onLinkAccount: async ({ anonymousUser, newUser }) => {
        signal.alias(newUser.user.id, anonymousUser.user.id);
      },
    }),
    organization({
      organizationHooks: {
        afterCreateOrganization: async ({ organization, user }) => {
          signal.capture({
            distinctId: user.id,
            event: 'organization_created',
            properties: { name: organization.name },
          });
        },
      },
    }),
  ],
});
