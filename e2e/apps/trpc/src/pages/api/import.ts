import type { NextApiRequest, NextApiResponse } from "next";
import { track } from "~/server/analytics/track";
import { getReader } from "~/server/auth";

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== "POST") return res.status(405).end();
  const reader = await getReader(req);
  if (!reader) return res.status(401).end();
  const { books } = req.body as { books: string[] };
  track(reader, "library_imported", { books: books.length });
  return res.status(200).json({ imported: books.length });
}
