import { Event, getSignalServer } from "@seed-bank/analytics/server";
import { NextResponse } from "next/server";

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const signal = getSignalServer();
  signal.capture({ distinctId: "visitor", event: Event.SampleViewed, properties: { id } });
  return NextResponse.json({ id });
}
