declare module 'some-tracking-types' {
  export interface Tracker {
    track(userId: string, event: string): void;
  }
}
