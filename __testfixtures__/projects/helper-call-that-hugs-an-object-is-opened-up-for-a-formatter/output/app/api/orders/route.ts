import { track, trackGroup } from "@/lib/track";
import { getSessionInfo } from "@/lib/signal-server";

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { id, items, note } = await request.json();
  track(
    "ordered",
    {
      id,
      items: items.map((item: { id: string }) => item.id),

      nested: {
        deeper: [
          1,
        ],
      },
    },
    undefined,
    session,
  );
  track(
    "noted",
    {
      note: `first line
      second line`,
    },
    undefined,
    session,
  );
  if (items.length > 3) track("large", {
    id,
  }, undefined, session);
  trackGroup({
    name: id,
    plan: note,
    session,
  });
  return Response.json({ ok: true });
}
