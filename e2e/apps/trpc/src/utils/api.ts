import { httpBatchLink } from "@trpc/client";
import { createTRPCNext } from "@trpc/next";
import superjson from "superjson";
import type { AppRouter } from "~/server/api/root";

const getBaseUrl = () => {
  if (typeof window !== "undefined") return "";
  return `http://127.0.0.1:${process.env.PORT ?? 3000}`;
};

export const api = createTRPCNext<AppRouter>({
  config: () => ({
    links: [httpBatchLink({ url: `${getBaseUrl()}/api/trpc`, transformer: superjson })],
  }),
  ssr: false,
  transformer: superjson,
});
