import { trackJob } from '@/lib/track';

const jobs: { userId: string }[] = [];

export async function addJob(job: { userId: string }) {
  jobs.push(job);
  await drainQueue();
}

async function drainQueue() {
  const job = jobs.shift();
  if (!job) return;
  await dispatch(job);
  await drainQueue();
}

async function dispatch({ userId }: { userId: string }) {
  trackJob(userId);
}
