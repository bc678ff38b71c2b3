import { SignalNextProvider } from "signal-next/client";

export const metadata = { title: "Harbour Kitchen" };

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        <SignalNextProvider options={{ apiKey: "pk_harbour", projectId: "harbour" }}>{children}</SignalNextProvider>
      </body>
    </html>
  );
}
