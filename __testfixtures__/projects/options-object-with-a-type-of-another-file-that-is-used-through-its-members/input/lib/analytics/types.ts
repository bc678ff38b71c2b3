export type TrackParams = {
  userId: string;
  event: string;
};
