import type { NextApiRequest, NextApiResponse } from "next";
import signal from "@/lib/signal";

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  signal.capture({ distinctId: req.body.guest, event: "booking_imported" });
  res.status(200).json({ ok: true });
}
