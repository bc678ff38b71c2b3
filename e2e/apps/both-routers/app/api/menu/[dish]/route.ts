import { NextResponse } from "next/server";
import signal from "@/lib/signal";

export async function GET(_request: Request, { params }: { params: { dish: string } }) {
  signal.capture({ distinctId: "guest", event: "dish_viewed", properties: { dish: params.dish } });
  return NextResponse.json({ dish: params.dish });
}
