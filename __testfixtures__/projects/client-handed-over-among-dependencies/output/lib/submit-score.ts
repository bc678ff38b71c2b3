import type { SessionInfo } from './analytics';

/** What the service needs of the outside. */
export interface SubmitScoreDeps {
  userId: string;
  analytics: ScoreAnalytics;
}

export interface ScoreAnalytics {
  capture(message: {
    distinctId: string;
    event: string;
    sessionId?: string | undefined;
    windowId?: string | undefined;
  }): void;
}

export async function submitScore(deps: SubmitScoreDeps, score: number, session?: SessionInfo) {
  if (score > 0)
    deps.analytics.capture({
      distinctId: session?.distinctId || deps.userId,
      event: 'score_submitted',
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  return score;
}
