// @file app/layout.tsx
import { Document } from "@/components/document";
import { SignalProvider } from "@/components/signal-provider";

export default function Layout({ children }: { children: React.ReactNode }) {
  return (
    <Document lang="en">
      <SignalProvider>{children}</SignalProvider>
    </Document>
  );
}
