import { track } from "@/lib/track";

export async function POST(request: Request) {
  const { id } = await request.json();
  track("cart", {
    // What the visitor sees.
    id,
    log: () => {
      track("inner", {});
    },
  });
  return Response.json({ ok: true });
}
