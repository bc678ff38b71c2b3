// @file app/layout.tsx
import { SignalProvider as Signal } from '@/components/signal-provider';

export default function Layout({ children }: Props) {
  return <html><body><Signal><main>{children}</main></Signal></body></html>;
}
