/** What the service needs of the outside. */
export interface SubmitScoreDeps {
  userId: string;
  analytics: ScoreAnalytics;
}

export interface ScoreAnalytics {
  capture(message: { distinctId: string; event: string }): void;
}

export async function submitScore(deps: SubmitScoreDeps, score: number) {
  if (score > 0) deps.analytics.capture({ distinctId: deps.userId, event: 'score_submitted' });
  return score;
}
