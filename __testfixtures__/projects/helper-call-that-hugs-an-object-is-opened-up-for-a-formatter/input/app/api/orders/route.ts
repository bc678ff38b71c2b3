import { track, trackGroup } from "@/lib/track";

export async function POST(request: Request) {
  const { id, items, note } = await request.json();
  track("ordered", {
    id,
    items: items.map((item: { id: string }) => item.id),

    nested: {
      deeper: [
        1,
      ],
    },
  });
  track("noted", {
    note: `first line
      second line`,
  });
  if (items.length > 3) track("large", {
    id,
  });
  trackGroup({
    name: id,
    plan: note,
  });
  return Response.json({ ok: true });
}
