// @file app/api/uploadthing/core.ts
import { createUploadthing, type FileRouter } from 'uploadthing/next';
import { signal } from '@/lib/signal-server';

const f = createUploadthing();

export const router = {
  image: f({ image: { maxFileSize: '4MB' } })
    .middleware(async ({ files }) => {
      signal.capture({ distinctId: 'u1', event: 'upload_started', properties: { files } });
      return { userId: 'u1' };
    })
    .onUploadComplete(async ({ metadata }) => {
      signal.capture({ distinctId: metadata.userId, event: 'uploaded' });
    }),
} satisfies FileRouter;
