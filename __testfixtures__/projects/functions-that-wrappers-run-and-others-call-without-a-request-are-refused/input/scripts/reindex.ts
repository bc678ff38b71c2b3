import { runUseCase } from '../lib/run';
import { search } from '../lib/search';

await runUseCase(search, { userId: 'system' });
