import type { API, FileInfo, Options } from 'jscodeshift';
import { analyzeFile } from '../../src/analysis/analyze-file.js';
import { type NamedClient, parseNamedClient } from '../../src/analysis/client/named-client.js';
import { SignalClients } from '../../src/analysis/clients.js';
import type { Inclusion } from '../../src/analysis/inclusion.js';
import type { AnalysisContext, DistinctIdPolicy, SessionReader } from '../../src/analysis/model.js';
import type { ModuleHost } from '../../src/analysis/module-host.js';
import { describeSignalModule, SDK_MODULES } from '../../src/analysis/signal-module.js';
import { applyEdits } from '../../src/source/edit.js';
import { parseSource, type SourceFile } from '../../src/source/parse.js';
import { completeContext, neededCompletions } from '../complete-context/complete-context.js';
import { forwardSession } from './forward-session.js';

export const parser = 'tsx';

const SIGNAL_MODULE = 'signal-module.ts';
const SIGNAL_MODULE_TEXT = `import { createSignalServer } from 'signal-next/server';
export const signal = createSignalServer({ apiKey: '' });
export default signal;
export function getSessionInfo(source) { return source['x-signal-session-id']; }
`;

/**
 * The rewrite as a plain jscodeshift transform. It sees one file, so what the command line finds out by itself is
 * given as options: `--signalModule` (the specifier of the Signal module; default: any that ends in
 * `signal-server`), `--nextMajor` (16), `--cacheComponents`, `--distinctId`, `--include` and `--client`
 * (`module#export`, as the file imports it), both with commas between several.
 */
export default function transform(fileInfo: FileInfo, _api: API, options: Options): string | undefined {
  const path = relativePath(fileInfo.path);
  const parsed = parseSource(path, fileInfo.source);
  if (parsed.kind === 'unparsable') {
    const { line, message } = parsed.problem;
    throw new SyntaxError(`${fileInfo.path}:${line}: ${message}`);
  }
  const context = contextFor(parsed.file, options);
  const clients = new SignalClients(context.host, context.sdkModules, namedClients(options.client));
  const analysis = analyzeFile(parsed.file, context, clients);
  const edits = [
    ...forwardSession(analysis, context),
    ...completeContext(parsed.file, neededCompletions(analysis.rewrites)),
  ];
  return edits.length === 0 ? undefined : applyEdits(fileInfo.source, edits);
}

/** The path from the router's folder on, which is all that the roles of files are decided by. */
function relativePath(path: string): string {
  const posix = path.replaceAll('\\', '/');
  return /(?:^|\/)((?:src\/)?(?:app|pages)\/.*)$/.exec(posix)?.[1] ?? posix.replace(/^.*\//, '');
}

function contextFor(file: SourceFile, options: Options): AnalysisContext {
  const named: unknown = options.signalModule;
  const specifier =
    typeof named === 'string'
      ? named
      : (/['"]([^'"]*signal-server)['"]/.exec(file.text)?.[1] ?? '@/lib/signal-server');
  const base = file.path.startsWith('src/') ? 'src/' : '';
  return {
    host: singleFileHost(file, specifier),
    layout: {
      routers: { app: `${base}app`, pages: `${base}pages` },
      pageExtensions: ['tsx', 'ts', 'jsx', 'js'],
    },
    nextMajor: Number(options.nextMajor ?? 16),
    cacheComponents: options.cacheComponents === true || options.cacheComponents === 'true',
    output: 'default',
    sdkModules: SDK_MODULES,
    reader: readerIn(file),
    callsReadClock: false,
    include: inclusionsOf(options.include),
    distinctId: policyOf(options.distinctId),
  };
}

/** The Signal module's reader; a file that builds the client and reads the session is that module itself. */
function readerIn(file: SourceFile): SessionReader {
  const { clients, reader, readerName, typeName, exportsSessionInfo } = describeSignalModule(file);
  if (clients.length > 0 && reader.kind !== 'none') {
    const module = { kind: 'file', path: file.path } as const;
    return {
      module,
      // Alone, the transform has only the reader that is there, however little it takes.
      exportName: reader.kind === 'narrow' ? reader.name : readerName,
      narrow: undefined,
      type: { module, name: exportsSessionInfo ? 'SessionInfo' : (typeName ?? 'SessionInfo') },
    };
  }
  const module = { kind: 'file', path: SIGNAL_MODULE } as const;
  return { module, exportName: 'getSessionInfo', narrow: undefined, type: { module, name: 'SessionInfo' } };
}

function namedClients(value: unknown): NamedClient[] {
  const texts = (Array.isArray(value) ? value : [value]).filter((text) => typeof text === 'string');
  return texts
    .flatMap((text) => text.split(','))
    .map((text) => {
      const client = parseNamedClient(text);
      if (!client) throw new Error(`--client=${text} is not of the form module#export`);
      return client;
    });
}

function policyOf(value: unknown): DistinctIdPolicy {
  return value === 'app-first' || value === 'keep' ? value : 'header-first';
}

function inclusionsOf(value: unknown): ReadonlySet<Inclusion> {
  const wanted = new Set(String(value ?? '').split(','));
  return new Set((['webhooks', 'server-components'] as const).filter((one) => wanted.has(one)));
}

/** A host that knows the file at hand and stands in for the Signal module. */
function singleFileHost(file: SourceFile, specifier: string): ModuleHost {
  const module = parseSource(SIGNAL_MODULE, SIGNAL_MODULE_TEXT);
  return {
    sourcePaths: [file.path],
    text: (path) => (path === file.path ? file.text : undefined),
    resolve: (wanted) => (wanted === specifier ? SIGNAL_MODULE : undefined),
    specifierFor: () => specifier,
    load: (path) =>
      path === SIGNAL_MODULE && module.kind === 'parsed'
        ? module.file
        : path === file.path
          ? file
          : undefined,
  };
}
