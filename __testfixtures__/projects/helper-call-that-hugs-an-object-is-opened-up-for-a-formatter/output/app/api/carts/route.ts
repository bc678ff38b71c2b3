import { track } from "@/lib/track";
import { getSessionInfo } from "@/lib/signal-server";

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { id } = await request.json();
  track(
    "cart",
    {
      // What the visitor sees.
      id,
      log: () => {
        track("inner", {}, undefined, session);
      },
    },
    undefined,
    session,
  );
  return Response.json({ ok: true });
}
