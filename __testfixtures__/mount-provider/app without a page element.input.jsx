// @file pages/_app.jsx
import { createElement } from 'react';
import { Component as Other } from './other';

export default function App({ Component, pageProps }) {
  return createElement(Component, pageProps, <Other />);
}
