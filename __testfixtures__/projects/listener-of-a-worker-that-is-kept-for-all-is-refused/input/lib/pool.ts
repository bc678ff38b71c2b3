import { fork } from 'node:child_process';
import { track } from '@/lib/track';

type Worker = ReturnType<typeof fork>;

const workers = new Map<number, Worker>();

function spawnWorker(): Worker {
  const worker = fork('worker.js');
  worker.on('message', (message: { userId: string }) => handleMessage(message));
  workers.set(workers.size, worker);
  return worker;
}

function handleMessage(message: { userId: string }) {
  track(message.userId, 'code_executed');
}

export function acquireWorker() {
  return [...workers.values()].find((worker) => worker.connected) ?? spawnWorker();
}
