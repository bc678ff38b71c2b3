export interface EventSink {
  send(userId: string, event: string): void;
}
