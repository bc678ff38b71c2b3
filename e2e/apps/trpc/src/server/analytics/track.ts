import { getSignal } from "./client";
import type { Reader } from "~/server/auth";

type Events = {
  shelf_shared: { shelfId: string; people: number };
  book_finished: { isbn: string; rating?: number };
  digest_sent: { readers: number };
  library_imported: { books: number };
};

export const track = <Name extends keyof Events>(
  reader: Pick<Reader, "id">,
  name: Name,
  properties: Events[Name],
) => {
  getSignal()?.capture({ distinctId: reader.id, event: name, properties });
};

export async function identifyReader({ reader, plan }: { reader: Reader; plan: "free" | "patron" }) {
  const signal = getSignal();
  if (!signal) return;
  signal.identify({ distinctId: reader.id, properties: { name: reader.name, plan } });
  await signal.flush();
}
