import type { NodePath } from '@babel/traverse';
import { followLocal } from './exports.js';
import {
  argumentsOf,
  asCall,
  asMember,
  calleeOf,
  importedValue,
  keyName,
  partsAround,
  unwrap,
} from './expressions.js';

/** Packages whose adapters receive what a queue, a workflow engine or a scheduler sends. */
const JOB_PACKAGES =
  /^(?:@upstash\/(?:qstash|workflow)|inngest|@trigger\.dev|quirrel|@vercel\/queue|bullmq|cron|node-cron|node-schedule|croner)(?:$|\/)/;

const ADAPTERS =
  /^(?:verifySignature\w*|serve|create(?:App|Pages)Route|Queue|CronJob|handleCallback|task|schemaTask|schedules|schedule|scheduleJob|Worker|Cron)$/;

/** Packages of which an instance is told what to run, and its methods that are. */
const JOB_RUNNERS = /^(?:pg-boss|agenda|@hokify\/agenda|bull|bee-queue)$/;
const RUNS = /^(?:work|define|process|subscribe)$/;

/** Whether an import is an adapter that runs what it is given as a job; clients that only queue are none. */
export function isJobAdapter({ source, name }: { readonly source: string; readonly name: string }): boolean {
  return JOB_PACKAGES.test(source) && ADAPTERS.test(name);
}

/** Whether what stands at `place` is handed to a queue, a workflow engine or a scheduler, by itself or in an object. */
export function isBackgroundJob(place: NodePath): boolean {
  return partsAround(place).some(
    ({ listKey, parentPath }) => listKey === 'arguments' && parentPath !== null && takesJob(parentPath),
  );
}

function takesJob(holder: NodePath): boolean {
  if (holder.isNewExpression()) return isAdapter(holder.get('callee') as NodePath);
  const call = asCall(holder);
  if (!call) return false;
  const callee = unwrap(calleeOf(call));
  const member = asMember(callee);
  if (member && RUNS.test(member.name ?? '') && isJobRunner(member.object)) return true;
  if (member?.name !== 'createFunction') return isAdapter(callee) || (!!member && isAdapter(member.object));
  // Inngest: `client.createFunction({ id }, { event }, handler)`; the client is made in another file.
  const [settings] = argumentsOf(call);
  return (
    settings?.isObjectExpression() === true &&
    settings.node.properties.some((one) => one.type === 'ObjectProperty' && keyName(one) === 'id')
  );
}

/** `new PgBoss(…)`, in a variable. */
function isJobRunner(object: NodePath): boolean {
  const value = followLocal(object);
  const made = value.isNewExpression() ? importedValue(value.get('callee') as NodePath) : undefined;
  return made !== undefined && JOB_RUNNERS.test(made.source);
}

function isAdapter(callee: NodePath): boolean {
  const member = asMember(unwrap(callee));
  const imported = importedValue(callee) ?? (member && importedValue(member.object));
  return (
    imported !== undefined &&
    (isJobAdapter(imported) ||
      (imported.name === 'default' && isJobAdapter({ ...imported, name: member?.name ?? '' })))
  );
}
