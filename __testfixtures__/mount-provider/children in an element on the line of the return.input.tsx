// @file app/layout.tsx
import { Document } from "@/components/document";

export default function Layout({ children }: { children: React.ReactNode }) {
  return <Document lang="en">{children}</Document>;
}
