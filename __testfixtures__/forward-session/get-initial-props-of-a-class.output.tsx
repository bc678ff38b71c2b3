import { Component } from 'react';
import type { NextPageContext } from 'next';
import { signal, getSessionInfo } from '@/lib/signal-server';

export default class ErrorPage extends Component {
  static async getInitialProps(context: NextPageContext) {
    const { sessionId, windowId, distinctId } = getSessionInfo(context.req);
    signal.capture({
      distinctId: distinctId || 'u1',
      event: 'error_page',
      sessionId,
      windowId,
    });
    return {};
  }

  render() {
    return <h1>Error</h1>;
  }
}
