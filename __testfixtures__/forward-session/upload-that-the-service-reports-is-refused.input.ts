// @file app/api/uploadthing/core.ts
import { createUploadthing } from 'uploadthing/next';
import { signal } from '@/lib/signal-server';

const f = createUploadthing();

export const router = {
  image: f({ image: { maxFileSize: '4MB' } }).onUploadComplete(async ({ metadata }) => {
    signal.capture({ distinctId: metadata.userId, event: 'uploaded' });
  }),
};
