// @file app/actions.ts
'use server';
import { signal } from '@/lib/signal-server';
import { withUser } from '@/lib/with-user';

export const renameProject = async (id: string, name: string) => withUser(async (user) => {
    const before = await user.projects.find(id);

    await user.projects.rename(id, name);

    signal.capture({ distinctId: user.id, event: 'project_renamed', properties: { before, name } });
});
