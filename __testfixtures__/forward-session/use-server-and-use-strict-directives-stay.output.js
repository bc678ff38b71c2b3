"use strict"
"use server"

import { headers } from "next/headers"
import { signal, getSessionInfo } from "@/lib/signal-server"

export async function like(postId) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers())
  signal.capture({
    distinctId: distinctId || postId,
    event: "liked",
    sessionId,
    windowId,
  })
}
