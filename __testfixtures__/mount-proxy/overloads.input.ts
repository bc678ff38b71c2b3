// @file proxy.ts
export function proxy(request: Request): Response;
export function proxy(request: Request, event?: object): Response {
  return Response.json({ request, event });
}
