// Copyright the authors.
import { createSignalServer } from "@signal-js/nextjs/server";
import { env } from "@/env";

let client: ReturnType<typeof createSignalServer> | null = null;

export function getSignal() {
    client ??= createSignalServer({
        apiKey: env.SIGNAL_API_KEY,
    });
    return client;
}
