// @file src/proxy.ts
import { NextResponse } from "next/server"
import type { NextRequest, NextFetchEvent } from "next/server"

export const config = {
  matcher: "/((?!_next|api).*)",
}

export async function proxy(req: NextRequest, event: NextFetchEvent) {
  event.waitUntil(fetch("https://log.example"))
  return NextResponse.next()
}
