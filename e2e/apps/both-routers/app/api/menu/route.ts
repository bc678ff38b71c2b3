import { NextResponse } from "next/server";
import signal from "@/lib/signal";

export async function GET() {
  signal.capture({ distinctId: "kitchen", event: "menu_built" });
  return NextResponse.json({ dishes: ["soup", "cod"] });
}
