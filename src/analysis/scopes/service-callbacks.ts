import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../../source/parse.js';
import { isProjectSpecifier } from '../../source/specifiers.js';
import { followLocal } from '../exports.js';
import {
  argumentsOf,
  asMember,
  type CallPath,
  calleeOf,
  importedValue,
  keyName,
  unwrap,
} from '../expressions.js';
import { functionName } from '../function-name.js';
import type { RequestCarrier } from '../model.js';
import type { ModuleHost } from '../module-host.js';
import { callsOf } from '../program.js';
import { builderOrigin } from './builder-origin.js';
import { type FoundScope, givenParameter, WEBHOOK } from './found-scope.js';

const SERVICE: RequestCarrier = { kind: 'none', reason: 'called-by-service' };

/** What calls a function of ours: a method of a builder, or a function of a package (the empty name). */
const CALLERS: Readonly<Record<string, Readonly<Record<string, RequestCarrier>>>> = {
  '@upstash/workflow/nextjs#serve': { '': SERVICE },
  '@upstash/qstash/nextjs#serve': { '': SERVICE },
  '@upstash/qstash/nextjs#verifySignature': { '': SERVICE },
  '@upstash/qstash/nextjs#verifySignatureEdge': { '': SERVICE },
  '@upstash/qstash/nextjs#verifySignatureAppRouter': { '': SERVICE },
  'inngest#Inngest': { createFunction: SERVICE },
  // What sets the tools of a server up; they are called by agents, not by pages.
  'mcp-handler#createMcpHandler': { '': SERVICE },
  '@vercel/mcp-adapter#createMcpHandler': { '': SERVICE },
  '@trigger.dev/sdk#task': { '': SERVICE },
  '@trigger.dev/sdk#schemaTask': { '': SERVICE },
  '@trigger.dev/sdk/v3#task': { '': SERVICE },
  '@trigger.dev/sdk/v3#schemaTask': { '': SERVICE },
  // The middleware runs in the browser's own request; what follows the upload is called by the service.
  'uploadthing/next#createUploadthing': {
    middleware: givenParameter(0, ['req'], 'options', { reads: 'request' }),
    onUploadComplete: SERVICE,
    onUploadError: SERVICE,
  },
  'uploadthing/next-legacy#createUploadthing': {
    middleware: givenParameter(0, ['req'], 'options', { reads: 'node-request' }),
    onUploadComplete: SERVICE,
    onUploadError: SERVICE,
  },
};

/** The functions that a queue, a workflow engine or an upload service calls. */
export function serviceCallbacks(file: SourceFile, host: ModuleHost): FoundScope[] {
  const found: FoundScope[] = [];
  const visit = (call: CallPath): void => {
    if (!call.node.arguments.some(({ type }) => MAY_HOLD_FUNCTIONS.test(type))) return;
    const functions = argumentsOf(call).flatMap(functionsOf);
    if (functions.length === 0) return;
    const callee = unwrap(calleeOf(call));
    const carrier =
      isWebhookPlugin(call) || isWebhookFactory(callee) || isWebhookListener(callee)
        ? WEBHOOK
        : carrierOf(asMember(callee)?.name, call, file, host);
    if (!carrier) return;
    for (const fn of functions) found.push({ kind: 'service-callback', name: functionName(fn), fn, carrier });
  };
  for (const call of callsOf(file)) visit(call);
  return found;
}

function carrierOf(
  method: string | undefined,
  call: CallPath,
  file: SourceFile,
  host: ModuleHost,
): RequestCarrier | undefined {
  const origin = builderOrigin(call, file, host);
  const callers = origin && CALLERS[`${origin.source}#${origin.name}`];
  return callers?.[method ?? ''] ?? callers?.[''];
}

/** `polar({ use: [webhooks({ onOrderPaid })] })`: a package's `webhooks` among the options of another call. */
function isWebhookPlugin(call: CallPath): boolean {
  const imported = importedValue(unwrap(calleeOf(call)));
  if (!imported || !/^webhooks?$/i.test(imported.name) || isProjectSpecifier(imported.source)) return false;
  return (
    call.findParent((parent) => parent.isCallExpression() || parent.isFunction())?.isCallExpression() === true
  );
}

/** `createWebhooksHandler({ onUserCreated })` of a package that says so itself. */
function isWebhookFactory(callee: NodePath): boolean {
  const imported = importedValue(callee);
  if (!imported || isProjectSpecifier(imported.source)) return false;
  return /^(?:create|make|build)\w*webhooks?/i.test(imported.name) && /webhook/i.test(imported.source);
}

/** `app.webhooks.on('issues.opened', …)` of Octokit. */
function isWebhookListener(callee: NodePath): boolean {
  const member = asMember(callee);
  if (member?.name === undefined || !/^on(?:Any|Error)?$/.test(member.name)) return false;
  return asMember(unwrap(member.object))?.name === 'webhooks';
}

/** The other arguments of most calls are literals, members and calls. */
const MAY_HOLD_FUNCTIONS = /^(?:Identifier|Object|Arrow|Function|Parenthesized|TS)/;

/** A function, or those in an object of options. */
function functionsOf(argument: NodePath): NodePath<t.Function>[] {
  const value = followLocal(argument);
  if (value.isFunction()) return [value];
  if (!value.isObjectExpression()) return [];
  return value.get('properties').flatMap((property): NodePath<t.Function>[] => {
    if (property.isObjectMethod()) return [property];
    if (!property.isObjectProperty() || keyName(property.node) === undefined) return [];
    const held = followLocal(property.get('value') as NodePath);
    return held.isFunction() ? [held] : [];
  });
}
