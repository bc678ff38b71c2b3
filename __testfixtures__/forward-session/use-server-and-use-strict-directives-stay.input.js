// @file app/actions.js
"use strict"
"use server"

import { signal } from "@/lib/signal-server"

export async function like(postId) {
  signal.capture({ distinctId: postId, event: "liked" })
}
