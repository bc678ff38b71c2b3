import type { ReactNode } from "react";
import { SignalNextProvider } from "signal-next/client";

export const metadata = { title: "Seed bank" };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <SignalNextProvider options={{ apiKey: "pk_seeds", projectId: "seeds" }}>{children}</SignalNextProvider>
      </body>
    </html>
  );
}
