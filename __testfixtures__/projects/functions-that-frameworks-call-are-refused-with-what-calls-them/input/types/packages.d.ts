declare module 'mcp-handler' {
  interface Server {
    tool(name: string, schema: object, call: () => Promise<{ content: unknown[] }>): void;
  }
  export function createMcpHandler(setUp: (server: Server) => void): (request: Request) => Promise<Response>;
}

declare module '@upstash/workflow/nextjs' {
  interface Context<T> {
    requestPayload: T;
    run(name: string, step: () => Promise<void>): Promise<void>;
  }
  export function serve<T>(flow: (context: Context<T>) => Promise<void>): {
    POST(request: Request): Promise<Response>;
  };
}

declare module 'payload' {
  type Change = (change: { doc: { id: string }; req: { user?: { id: string } } }) => Promise<unknown>;
  export interface CollectionConfig {
    slug: string;
    fields: unknown[];
    hooks: { afterChange: Change[] };
  }
}
