import { saveJob, sendDigest } from '@/app/actions';

export async function GET() {
  await sendDigest('u1');
  await saveJob(new FormData());
  return Response.json({});
}
