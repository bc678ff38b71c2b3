// @file pages/_app.jsx
import { SignalProvider } from "@/components/signal-provider";

export default function App(props) {
  return (
    <>
      <Head />
      <SignalProvider>
        <props.Component {...props.pageProps} />
      </SignalProvider>
    </>
  );
}
