export { type ProxiedRequest, type ProxyHandler, signalProxy } from './signal-proxy.js';
