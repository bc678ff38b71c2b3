import { cache } from 'react';
import { session } from './session';

export const currentSession = cache(async () => session());
