export { withSignalConfig } from '../config/with-signal-config.js';
export type { Properties } from '../shared/wire.js';
export {
  getSignalServerSideProps,
  type ServerSideContext,
  type ServerSidePropsOptions,
  type SignalPageProps,
  type WithSignalProps,
} from './server-side-props.js';
export {
  getSessionInfo,
  type HeaderGetter,
  type HeaderOwner,
  type HeaderRecord,
  type HeaderSource,
  type SessionInfo,
} from './session-info.js';
export {
  type CaptureOptions,
  createSignalServer,
  type GroupIdentifyOptions,
  type IdentifyOptions,
  type SignalServer,
  type SignalServerOptions,
} from './signal-server.js';
export { trackServerEvent } from './track-server-event.js';
