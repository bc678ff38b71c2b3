// @file app/layout.jsx
'use client';

import React from 'react'; // classic

export default class Layout extends React.Component {
  render() {
    return (
      <html>
        <body>
          {this.props.children}
        </body>
      </html>
    );
  }
}
