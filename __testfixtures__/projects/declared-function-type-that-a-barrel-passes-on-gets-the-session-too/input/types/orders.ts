export type TrackFn = (userId: string, event: string) => void;
