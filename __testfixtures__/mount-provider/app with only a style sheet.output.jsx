// @file pages/_app.jsx
import '@/styles/globals.css'
import { SignalProvider } from '@/components/signal-provider'

const App = ({ Component, pageProps }) => (
  <SignalProvider>
    <Component {...pageProps} />
  </SignalProvider>
)

export default App
