export interface EventSink {
  accepts(event: string): boolean;
  record(userId: string, event: string): Promise<void>;
}
