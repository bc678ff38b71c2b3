import { createSignalServer } from 'signal-next/server'

type SignalServer = ReturnType<typeof createSignalServer>

let client: SignalServer | null = null

/** Null on machines without a key, so that local development sends nothing. */
export function getSignal(): SignalServer | null {
  const apiKey = process.env.SIGNAL_API_KEY
  if (!apiKey) return null
  client ??= createSignalServer({
    apiKey,
    projectId: process.env.SIGNAL_PROJECT_ID,
    endpoint: process.env.NEXT_PUBLIC_SIGNAL_ENDPOINT,
  })
  return client
}
