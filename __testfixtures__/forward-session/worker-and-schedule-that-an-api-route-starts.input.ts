// @file pages/api/jobs/start.ts
import type { NextApiRequest, NextApiResponse } from 'next';
import { Worker } from 'bullmq';
import cron from 'node-cron';
import { sendMail } from '@/lib/mail';
import { signal } from '@/lib/signal-server';

let worker: Worker | undefined;

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  worker ??= new Worker('mail', async (job) => {
    await sendMail(job.data);
    signal.capture({ distinctId: job.data.userId, event: 'mail_sent' });
  });
  cron.schedule('0 3 * * *', () => {
    signal.capture({ distinctId: 'shop', event: 'stock_counted' });
  });
  signal.capture({ distinctId: req.body.userId, event: 'jobs_started' });
  res.status(204).end();
}
