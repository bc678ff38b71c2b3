// @file app/layout.jsx
import { SignalProvider } from "@/components/signal-provider";

export default function Layout(props) {
  const { children, ...rest } = props;
  return <html><body {...rest}><SignalProvider>{children}</SignalProvider></body></html>;
}
