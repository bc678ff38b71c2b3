// @file pages/_error.tsx
import { Component } from 'react';
import type { NextPageContext } from 'next';
import { signal } from '@/lib/signal-server';

export default class ErrorPage extends Component {
  static async getInitialProps(context: NextPageContext) {
    signal.capture({ distinctId: 'u1', event: 'error_page' });
    return {};
  }

  render() {
    return <h1>Error</h1>;
  }
}
