declare module 'some-analytics' {
  export interface Adapter {
    track(userId: string, event: string): void;
  }
  export function use(adapter: Adapter): void;
}
