import { NextRequest, NextResponse } from "next/server";
import signal from "@/lib/signal";

async function createOrder(req: NextRequest) {
  const { dish, guest } = await req.json();
  signal.capture({ distinctId: guest, event: "order_placed", properties: { dish } });
  return NextResponse.json({ ok: true });
}

export { createOrder as POST };

export async function DELETE(): Promise<
  NextResponse<{ ok: boolean }>
> {
  signal.groupIdentify({ groupType: "kitchen", groupKey: "harbour", properties: { open: false } });
  return NextResponse.json({ ok: true });
}
