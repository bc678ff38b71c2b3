// @file app/layout.tsx
import { SignalProvider } from "@/components/signal-provider";

export default function Layout({ children, login, open }: Props) {
  return (
    <html>
      <body>
        <SignalProvider>{open && children ? children : login}</SignalProvider>
      </body>
    </html>
  );
}
