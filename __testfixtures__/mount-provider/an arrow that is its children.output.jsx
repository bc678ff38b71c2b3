// @file app/layout.jsx
import { SignalProvider } from "@/components/signal-provider";

export default ({ children }) => <SignalProvider>{children}</SignalProvider>
