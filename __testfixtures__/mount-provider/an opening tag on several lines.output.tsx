// @file app/layout.tsx
// Copyright Acme

import { SignalProvider } from "@/components/signal-provider";

/** The frame of every page. */
export default function Layout({ children }: Props) {
  return (
    <html>
      <body
        className="a"
      ><SignalProvider>{children}</SignalProvider></body>
    </html>
  );
}
