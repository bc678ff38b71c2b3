import { search } from '@/lib/search';
import { defineRoute } from '@/lib/use-case';

export const POST = defineRoute({ useCase: search, mapInput: (body) => body as { userId: string } });
