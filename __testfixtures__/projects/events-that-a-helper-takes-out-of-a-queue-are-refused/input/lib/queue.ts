import { track } from '@/lib/track';

interface Job {
  userId: string;
}

const queue: Job[] = [];

export function enter(job: Job) {
  queue.push(job);
  if (queue.length >= 20) for (const one of queue.splice(0)) track(one.userId, 'entered');
}
