/** The ids that a browser with `addTracingHeaders` sends. */
export interface Ids {
  readonly sessionId: string;
  readonly windowId: string;
  readonly distinctId: string;
}

export interface Browser {
  /** `fetch` with the session headers; `body` is sent as JSON. */
  request(
    method: string,
    path: string,
    options?: { body?: unknown; cookie?: string; headers?: Record<string, string> },
  ): Promise<Response>;
  /** Submits the form on `page` that has the field `field`, as a browser without JavaScript does, headers added. */
  submitForm(page: string, field: string, values: Record<string, string>, cookie?: string): Promise<Response>;
  /** Calls the Server Action behind that form through `fetch`, as a hydrated page does. */
  callAction(page: string, field: string, values: Record<string, string>, cookie?: string): Promise<Response>;
}

/** A stand-in for a browser on `origin` whose requests carry `ids`. */
export function browser(origin: string, ids: Ids): Browser {
  const session = {
    'x-signal-session-id': ids.sessionId,
    'x-signal-window-id': ids.windowId,
    'x-signal-distinct-id': ids.distinctId,
  };
  const headers = (cookie: string | undefined): Record<string, string> => ({
    ...session,
    origin,
    ...(cookie ? { cookie } : {}),
  });

  async function hiddenFields(page: string, field: string): Promise<Map<string, string>> {
    const html = await (await fetch(`${origin}${page}`)).text();
    const form = html.match(/<form\b[\s\S]*?<\/form>/g)?.find((text) => text.includes(`name="${field}"`));
    if (form === undefined) throw new Error(`No form with a field ${field} on ${page}:\n${html}`);
    const inputs = form.match(/<input type="hidden"[^>]*>/g) ?? [];
    const attribute = (input: string, name: string) => {
      const value = new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? '';
      return value.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    };
    return new Map(inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')]));
  }

  return {
    request(method, path, options = {}) {
      const json: Record<string, string> =
        options.body === undefined ? {} : { 'content-type': 'application/json' };
      return fetch(`${origin}${path}`, {
        method,
        headers: { ...json, ...headers(options.cookie), ...options.headers },
        redirect: 'manual',
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      });
    },
    async submitForm(page, field, values, cookie) {
      const body = new FormData();
      for (const [name, value] of await hiddenFields(page, field)) body.append(name, value);
      for (const [name, value] of Object.entries(values)) body.append(name, value);
      return fetch(`${origin}${page}`, {
        method: 'POST',
        headers: headers(cookie),
        body,
        redirect: 'manual',
      });
    },
    async callAction(page, field, values, cookie) {
      const names = [...(await hiddenFields(page, field)).keys()];
      const id = names.find((name) => name.startsWith('$ACTION_ID_'))?.slice('$ACTION_ID_'.length);
      if (id === undefined)
        throw new Error(`The form with ${field} on ${page} names no action: ${names.join(', ')}`);
      // React's encoding of one FormData argument: part 0 refers to the parts that start with `1_`, or with `_1_` in the
      // React of Next.js 16.
      const body = new FormData();
      for (const prefix of ['1_', '_1_']) {
        for (const [name, value] of Object.entries(values)) body.append(`${prefix}${name}`, value);
      }
      body.append('0', '["$K1"]');
      return fetch(`${origin}${page}`, {
        method: 'POST',
        headers: { ...headers(cookie), 'next-action': id, accept: 'text/x-component' },
        body,
        redirect: 'manual',
      });
    },
  };
}
