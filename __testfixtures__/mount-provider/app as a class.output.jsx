// @file pages/_app.jsx
import App from 'next/app';
import { SignalProvider } from '@/components/signal-provider';

export default class MyApp extends App {
  render() {
    const { Component, pageProps } = this.props;
    return (
      <SignalProvider>
        <Component {...pageProps} />
      </SignalProvider>
    );
  }
}
