import type { IncomingMessage } from "node:http";

export type Reader = { id: string; name: string };

/** The reader whose name is in the cookie. */
export async function getReader(req: Pick<IncomingMessage, "headers">): Promise<Reader | null> {
  const name = /reader=([a-z]+)/.exec(req.headers.cookie ?? "")?.[1];
  return name ? { id: name, name } : null;
}
