export const Event = {
  SampleRequested: "sample_requested",
  SampleViewed: "sample_viewed",
  Subscribed: "newsletter_subscribed",
  SignedUp: "newsletter_signed_up",
  StockCounted: "stock_counted",
} as const;

export type Event = (typeof Event)[keyof typeof Event];
