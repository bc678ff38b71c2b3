// One generated source file at a time: components, modules, routes, tests and bundles, by a `Draw`.
import { capital } from './words.mjs';

/** Words that a search for Signal calls meets in code that has none, and in which share of the functions. */
const LOOKALIKES = [
  [
    0.013,
    (draw) =>
      `  const controller = new AbortController();\n  await fetch(\`/api/${draw.noun()}\`, { signal: controller.signal });\n`,
  ],
  [0.001, (draw) => `  window.addEventListener('${draw.noun()}', refresh, { capture: true });\n`],
  [0.0008, (draw) => `  Sentry.captureException(new Error('${draw.noun()} failed'));\n`],
  [0.00003, (draw) => `  posthog.capture('${draw.noun()} opened', { ${draw.variable()}: 1 });\n`],
  [0.00003, (draw) => `  const found = analytics.identify(${draw.variable()}.id);\n`],
  [0.0025, (draw) => `  const ${draw.noun()}Alias = alias(users, '${draw.noun()}');\n`],
  [0.005, (draw) => `  const rows = d3.group(records, (record) => record.${draw.noun()});\n`],
  [0.005, (draw) => `  const { alias, group } = ${draw.variable()};\n`],
];

function lookalikes(draw) {
  return LOOKALIKES.filter(([share]) => draw.chance(share)).map(([, write]) => write(draw));
}

function lines(draw, count) {
  let text = '';
  for (let at = 0; at < count; at += 1) {
    const name = `${draw.variable()}${at}`;
    switch (draw.below(7)) {
      case 0:
        text += `  const ${name} = await ${draw.action()}({ ${draw.noun()}: ${draw.variable()}, limit: ${draw.below(100)} });\n`;
        break;
      case 1:
        text += `  if (${name}.length > ${draw.below(20)}) {\n    return ${draw.variable()}.filter((${draw.noun()}) => ${draw.noun()}.status === '${draw.noun()}');\n  }\n`;
        break;
      case 2:
        text += `  // ${draw.sentence()}\n  ${name}.set('${draw.noun()}', \`\${${draw.variable()}}-${draw.noun()}\`);\n`;
        break;
      case 3:
        text += `  for (const ${draw.noun()} of ${name}) {\n    ${draw.variable()}.push({ ...${draw.noun()}, ${draw.variable()}: ${draw.below(2) === 0} });\n  }\n`;
        break;
      case 4:
        text += `  const { ${draw.noun()}: ${name} = null } = ${draw.variable()} ?? {};\n`;
        break;
      case 5:
        text += `  ${draw.variable()}.${draw.noun()} = ${name}.map(({ id, ${draw.noun()} }) => [id, ${draw.noun()}]);\n`;
        break;
      default:
        text += `  logger.info('${draw.sentence()}', { ${draw.noun()}: ${name}.${draw.noun()} });\n`;
    }
  }
  return text;
}

function types(draw) {
  const members = Array.from(
    { length: 3 + draw.below(8) },
    () => `  readonly ${draw.variable()}: ${draw.of(['string', 'number', 'boolean', 'Date', 'string[]'])};\n`,
  );
  return `export interface ${draw.type()} {\n${[...new Set(members)].join('')}}\n\n`;
}

function fn(draw, name, isTyped) {
  const parameter = draw.variable();
  const annotation = isTyped ? `: Record<string, unknown>` : '';
  const extra = lookalikes(draw).join('');
  return `/** ${draw.sentence()} */\nexport async function ${name}(${parameter}${annotation}) {\n${lines(draw, 4 + draw.below(12))}${extra}  return ${parameter};\n}\n\n`;
}

function jsx(draw) {
  const items = Array.from(
    { length: 3 + draw.below(8) },
    () =>
      `      <div className="${draw.noun()}-${draw.noun()} flex items-center gap-${draw.below(9)} rounded-md text-sm" data-${draw.noun()}="${draw.noun()}">\n        {${draw.variable()} ? <${capital(draw.noun())}Icon size={${draw.below(40)}} /> : t('${draw.noun()}.${draw.noun()}')}\n      </div>\n`,
  );
  return items.join('');
}

function component(draw, name) {
  const parameter = draw.noun();
  return `export function ${name}({ ${parameter}, children }: { ${parameter}: string; children?: React.ReactNode }) {\n  const [${draw.variable()}, set${capital(draw.noun())}] = useState(${draw.below(9)});\n  const ${draw.action()} = useCallback(async () => {\n${lines(draw, 3 + draw.below(6))}${lookalikes(draw).join('')}  }, [${parameter}]);\n  return (\n    <div>\n${jsx(draw)}      {children}\n    </div>\n  );\n}\n\n`;
}

/** `imports` are specifiers of the project's own files, each with the name that it exports first. */
function importLines(draw, imports, packages) {
  const own = imports.map(({ specifier, name }) => `import { ${name} } from '${specifier}';\n`);
  const from = packages.slice(0, 1 + draw.below(packages.length));
  return [...from, ...own].join('');
}

const REACT = [
  "import { useCallback, useState } from 'react';\n",
  "import { useTranslation } from 'next-i18next';\n",
  "import clsx from 'clsx';\n",
];
const NODE = [
  "import { z } from 'zod';\n",
  "import { logger } from 'pino';\n",
  "import { eq } from 'drizzle-orm';\n",
];

/** The text of an ordinary file of about `size` characters that exports `name` first. */
export function ordinary(draw, { kind, name, size, imports }) {
  const isView = kind === 'component' || kind === 'page';
  let text =
    (kind === 'component' && draw.chance(0.6) ? "'use client';\n\n" : '') +
    `${importLines(draw, imports, isView ? REACT : NODE)}\n`;
  const isTyped = kind !== 'script';
  if (kind === 'page') text += component(draw, name).replace('export function', 'export default function');
  else if (kind === 'route')
    text += `export async function GET(request: Request) {\n${lines(draw, 5)}  return Response.json({ ok: true });\n}\n\n`;
  else if (kind === 'component') text += component(draw, name);
  else text += fn(draw, name, isTyped);
  let count = 0;
  while (text.length < size) {
    count += 1;
    if (kind === 'test') text += `test('${draw.sentence()}', async () => {\n${lines(draw, 5)}});\n\n`;
    else if (isTyped && draw.chance(0.2)) text += types(draw);
    else if (isView)
      text += component(draw, `${capital(draw.noun())}${capital(draw.noun())}${count}`).replace(
        /^export /,
        '',
      );
    else
      text += fn(draw, `${draw.action()}${count}`, isTyped).replace(
        'export async',
        draw.chance(0.3) ? 'async' : 'export async',
      );
  }
  if (!/ = alias\(/.test(text)) return text;
  return text.replace(/^import /m, "import { alias } from 'drizzle-orm/pg-core';\nimport ");
}

/** A bundle as a build writes it: few lines, short names. */
export function bundle(draw, size) {
  let text = '!function(){"use strict";';
  let length = text.length;
  const parts = [text];
  while (length < size) {
    const part = `var ${draw.noun()}$${draw.below(999)}=function(e,t,n){return e.${draw.noun()}&&(t=n.${draw.noun()}(${draw.below(9999)},"${draw.noun()}")),void 0===t?null:t.${draw.noun()}.apply(e,[n])};`;
    parts.push(part);
    length += part.length;
  }
  text = `${parts.join('')}}();\n`;
  return text;
}

/** The functions of a file that sends an event to Signal, of every shape that is common. */
export function tracking(draw, shape, { event, helper }) {
  const capture = `signal.capture({\n    distinctId: user.id,\n    event: '${event}',\n    properties: { ${draw.noun()}: body.${draw.noun()} },\n  });`;
  switch (shape) {
    case 'route':
      return `import { signal } from '@/lib/signal-server';\nimport { currentUser } from '@/lib/auth';\n\nexport async function POST(request: Request) {\n  const user = await currentUser();\n  const body = await request.json();\n  await ${capture}\n${lines(draw, 6)}  return Response.json({ ok: true });\n}\n\n`;
    case 'action':
      return `'use server';\n\nimport { signal } from '@/lib/signal-server';\nimport { currentUser } from '@/lib/auth';\n\nexport async function ${draw.action()}(body: Record<string, string>) {\n  const user = await currentUser();\n${lines(draw, 6)}  await ${capture}\n}\n\n`;
    case 'helper':
      return `import { signal } from '@/lib/signal-server';\n\nexport async function ${helper}(user: { id: string }, body: Record<string, string>) {\n  await ${capture}\n}\n\n`;
    case 'caller':
      return `import { ${helper} } from '@/lib/tracking/${event}';\nimport { currentUser } from '@/lib/auth';\n\nexport async function POST(request: Request) {\n  const user = await currentUser();\n  const body = await request.json();\n${lines(draw, 6)}  await ${helper}(user, body);\n  return Response.json({ ok: true });\n}\n\n`;
  }
}
