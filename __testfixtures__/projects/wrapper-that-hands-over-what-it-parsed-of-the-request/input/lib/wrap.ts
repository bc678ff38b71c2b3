import type { NextRequest } from 'next/server';
import { type Parsed, parseRequest } from './parse';

export function withParsed(handler: (req: Parsed) => Promise<object>) {
  return async (request: NextRequest): Promise<Response> => {
    const parsed = await parseRequest(request);
    return Response.json(await handler(parsed));
  };
}

interface Options<Req> {
  schema: { validate(value: unknown): Promise<Req> };
  handler: (req: Req, all: Parsed) => Promise<object>;
}

export function createHandler<Req>(options: Options<Req>) {
  return async (req: NextRequest): Promise<Response> => {
    const all: Parsed = { auth: { userId: req.headers.get('x-user') ?? '' }, body: await req.json() };
    const valid = await options.schema.validate(all);
    return Response.json(await options.handler(valid, all));
  };
}

export function withUser(handler: (req: NextRequest) => Promise<object>) {
  return async (request: NextRequest): Promise<Response> => {
    const withMore = addUser(request);
    return Response.json(await handler(withMore));
  };
}

function addUser(request: NextRequest) {
  return request;
}
