import { getSessionInfo } from './signal-server';

export type SessionInfo = ReturnType<typeof getSessionInfo>;
