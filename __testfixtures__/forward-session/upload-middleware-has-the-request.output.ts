import { createUploadthing, type FileRouter } from 'uploadthing/next';
import { getSessionInfo, signal } from '@/lib/signal-server';

const f = createUploadthing();

export const router = {
  image: f({ image: { maxFileSize: '4MB' } })
    .middleware(async ({ files, req }) => {
      const { sessionId, windowId, distinctId } = getSessionInfo(req);
      signal.capture({
        distinctId: distinctId || 'u1',
        event: 'upload_started',
        properties: { files },
        sessionId,
        windowId,
      });
      return { userId: 'u1' };
    })
    .onUploadComplete(async ({ metadata }) => {
      signal.capture({ distinctId: metadata.userId, event: 'uploaded' });
    }),
} satisfies FileRouter;
