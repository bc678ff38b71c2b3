export interface IdentifyFn {
  (userId: string): void;
}
