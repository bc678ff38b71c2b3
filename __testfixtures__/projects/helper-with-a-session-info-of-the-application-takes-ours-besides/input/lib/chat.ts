export interface SessionInfo {
  sessionId: string;
  model: string;
}

export declare function openSession(userId: string): Promise<SessionInfo>;
