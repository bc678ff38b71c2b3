// @file app/layout.jsx
'use client';

import React from 'react'; // classic
import { SignalProvider } from '@/components/signal-provider';

export default class Layout extends React.Component {
  render() {
    return (
      <html>
        <body>
          <SignalProvider>{this.props.children}</SignalProvider>
        </body>
      </html>
    );
  }
}
