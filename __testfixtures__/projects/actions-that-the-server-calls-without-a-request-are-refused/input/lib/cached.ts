import { unstable_cache } from 'next/cache';
import { fromACache } from '@/app/actions';

export const cachedOrder = unstable_cache(async (id: string) => fromACache(id), ['order']);
