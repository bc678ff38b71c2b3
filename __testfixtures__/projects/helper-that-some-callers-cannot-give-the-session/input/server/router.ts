import { track, trackOrder } from '@/lib/track';

const createFolder = async ({ context }: { context: { userId: string } }) => {
  track(context.userId, 'folder created');
};

const createOrder = async ({ context }: { context: { userId: string; order: [string, string] } }) => {
  trackOrder(...context.order);
};

export const router = new Map<string, unknown>([['createFolder', createFolder]]);

export const orders = { create: createOrder };

setInterval(() => {
  // signal-next-ignore-next-line: a heartbeat has no visitor
  track('server', 'alive');
}, 60_000);
