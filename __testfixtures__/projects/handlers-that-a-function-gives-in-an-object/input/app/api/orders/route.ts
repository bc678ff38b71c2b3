import { crud } from '@/lib/crud';

export const { POST, PUT } = crud('orders');
