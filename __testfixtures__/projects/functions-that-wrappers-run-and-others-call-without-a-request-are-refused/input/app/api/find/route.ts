import { find } from '@/lib/find';
import { defineRoute } from '@/lib/use-case';

export const POST = defineRoute({ useCase: find, mapInput: (body) => body as { userId: string } });
