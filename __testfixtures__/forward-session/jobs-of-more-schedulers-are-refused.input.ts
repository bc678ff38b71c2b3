// @file app/api/jobs/route.ts
import { CronJob } from 'cron';
import { Agenda } from 'agenda';
import PgBoss from 'pg-boss';
import schedule from 'node-schedule';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  new CronJob('* * * * *', () => {
    signal.capture({ distinctId: userId, event: 'by cron' });
  }).start();
  schedule.scheduleJob('0 0 * * *', () => {
    signal.capture({ distinctId: userId, event: 'by schedule' });
  });
  const boss = new PgBoss('a');
  await boss.work('orders', async () => {
    signal.capture({ distinctId: userId, event: 'by boss' });
  });
  const agenda = new Agenda();
  agenda.define('orders', async () => {
    signal.capture({ distinctId: userId, event: 'by agenda' });
  });
  return Response.json({});
}
