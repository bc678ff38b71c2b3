import { isKnown } from './known';

export const checkToken = (request: Request) => isKnown(request.headers);
