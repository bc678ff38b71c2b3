// @file app/api/run/route.ts
import { type ChildProcess, fork } from 'node:child_process';
import { Client } from 'some-queue';
import { signal } from '@/lib/signal-server';

const workers = new Map<number, ChildProcess>();
const byTeam = new Map<string, ChildProcess>();
const all: ChildProcess[] = [];
const idle: { worker: ChildProcess; since: number }[] = [];
const clients = new Map<string, Client>();
let made: ChildProcess | undefined;

export async function POST(request: Request) {
  const { userId, team, code } = await request.json();
  let worker = byTeam.get(team);
  if (!worker) {
    worker = fork('worker.js');
    worker.on('message', (message: { userId: string }) => {
      signal.capture({ distinctId: message.userId, event: 'team_executed' });
    });
    byTeam.set(team, worker);
  }
  worker.send({ userId, code });
  return Response.json({});
}

export async function PUT(request: Request) {
  const { userId, code } = await request.json();
  const worker = all.find((one) => one.connected) ?? spawnWorker();
  worker.send({ userId, code });
  const other = idle.pop()?.worker ?? spawnOther();
  idle.push({ worker: other, since: Date.now() });
  made = await makeWorker();
  watch(made);
  return Response.json({});
}

function spawnWorker() {
  const worker = fork('worker.js');
  worker.on('message', (message: { userId: string }) => {
    signal.capture({ distinctId: message.userId, event: 'executed' });
  });
  all.push(worker);
  return worker;
}

function spawnOther() {
  const worker = fork('other.js');
  worker.on('message', function onMessage(message: { userId: string }) {
    signal.capture({ distinctId: message.userId, event: 'executed elsewhere' });
  });
  return worker;
}

async function makeWorker() {
  const worker = fork('worker.js');
  worker.onmessage = (message: { userId: string }) => {
    signal.capture({ distinctId: message.userId, event: 'made' });
  };
  return worker;
}

function watch(worker: ChildProcess) {
  worker.on('watched', ({ userId }) => signal.capture({ distinctId: userId, event: 'watched' }));
}

export async function PATCH(request: Request) {
  const { team } = await request.json();
  clients.set(
    team,
    new Client({
      onDone: (message) => signal.capture({ distinctId: message.userId, event: 'done' }),
    }),
  );
  clients.set(`${team}-2`, makeClient());
  return Response.json({});
}

function makeClient() {
  return new Client({
    onDone: (message) => signal.capture({ distinctId: message.userId, event: 'done elsewhere' }),
  });
}

class Pool {
  readonly #workers: ChildProcess[] = [];

  spawn() {
    const worker = fork('worker.js');
    worker.on('message', ({ userId }) => signal.capture({ distinctId: userId, event: 'pooled' }));
    this.#workers.push(worker);
    return worker;
  }
}

const pool = new Pool();

export async function DELETE() {
  pool.spawn().send({});
  return Response.json({});
}
