// @file app/layout.tsx
import { SignalProvider } from "@/components/signal-provider";

export default function Layout({ children }: Props) {
  return (
    <html>
      <body>Hello <SignalProvider>{children}</SignalProvider>!</body>
    </html>
  );
}
