'use server';
import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';
import { withUser } from '@/lib/with-user';

export const renameProject = async (id: string, name: string) => {
    const { sessionId, windowId } = getSessionInfo(await headers());
    return withUser(async (user) => {
        const before = await user.projects.find(id);

        await user.projects.rename(id, name);

        signal.capture({
            distinctId: user.id,
            event: 'project_renamed',
            properties: { before, name },
            sessionId,
            windowId,
        });
    });
};
