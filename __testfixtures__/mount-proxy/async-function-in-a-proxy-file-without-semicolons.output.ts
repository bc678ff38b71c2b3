import { NextResponse } from "next/server"
import type { NextRequest, NextFetchEvent } from "next/server"
import { signalProxy } from "signal-next/proxy"

export const config = {
  matcher: "/((?!_next|api).*)",
}

async function proxy(req: NextRequest, event: NextFetchEvent) {
  event.waitUntil(fetch("https://log.example"))
  return NextResponse.next()
}

const proxyWithSignal = signalProxy(proxy)
export { proxyWithSignal as proxy }
