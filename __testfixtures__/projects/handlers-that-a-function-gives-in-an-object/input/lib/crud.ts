import { signal } from './signal-server';

export function crud(name: string) {
  async function POST() {
    signal.capture({ distinctId: 'u1', event: `${name}_created` });
    return new Response();
  }
  const PUT = async (request: Request) => {
    signal.capture({ distinctId: request.url, event: `${name}_replaced` });
    return new Response();
  };
  return { POST, PUT };
}

export const items = {
  async DELETE() {
    signal.capture({ distinctId: 'u1', event: 'items_deleted' });
    return new Response();
  },
};
