export interface Analytics {
  track(userId: string, event: string): void;
  identify: (userId: string) => void;
  flush(): Promise<void>;
}
