// The SDK's contract at its strictest: optional options that do not take `undefined`.
declare module 'signal-next/server' {
  export interface SignalServerOptions {
    apiKey: string;
    projectId?: string;
    endpoint?: string;
    debug?: boolean;
  }
  export function createSignalServer(options: SignalServerOptions): {
    capture(event: {
      distinctId: string;
      event: string;
      sessionId?: string | undefined;
      windowId?: string | undefined;
    }): void;
  };
}

declare module 'signal-next/client' {
  import type { ReactElement, ReactNode } from 'react';

  export function SignalNextProvider(props: {
    options: {
      apiKey: string;
      projectId: string;
      endpoint?: string;
      addTracingHeaders?: boolean | string[];
    };
    autoStart?: boolean;
    children?: ReactNode;
  }): ReactElement;
}
