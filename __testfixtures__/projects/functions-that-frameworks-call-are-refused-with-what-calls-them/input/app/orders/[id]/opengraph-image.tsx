import { track } from '@/lib/track';

export function generateImageMetadata() {
  track('image_listed');
  return [{ id: 'small' }];
}

export default async function Image() {
  track('image_drawn');
  return new Response();
}
