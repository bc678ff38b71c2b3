import { createRequire } from 'node:module';
import type ts from 'typescript';
import type { ReplyDiagnostic } from '../protocol.js';
import { type Checker, type OpenRequest, Overlay, withoutRepeats } from './checker.js';

type TypeScript = typeof ts;
type Builder = ts.SemanticDiagnosticsBuilderProgram;

/** TypeScript up to 6, through its compiler API. */
export async function openClassic({ root, compiler, configs }: OpenRequest): Promise<Checker> {
  // In CommonJS, as its own `tsc` does: it is one module of ten megabytes without named exports.
  const typescript: TypeScript = createRequire(compiler.module)(compiler.module);
  const overlay = new Overlay(root);
  const programs = configs.map((config) => new ConfiguredProgram(typescript, config, overlay));
  return {
    check(texts) {
      overlay.replace(texts);
      return withoutRepeats(programs.flatMap((program) => program.check()));
    },
  };
}

class ConfiguredProgram {
  readonly #ts: TypeScript;
  readonly #overlay: Overlay;
  readonly #parsed: ts.ParsedCommandLine;
  readonly #host: ts.CompilerHost;
  #builder: Builder | undefined;

  constructor(typescript: TypeScript, config: string, overlay: Overlay) {
    this.#ts = typescript;
    this.#overlay = overlay;
    const { sys } = typescript;
    const parsed = typescript.getParsedCommandLineOfConfigFile(
      config,
      { noEmit: true },
      { ...sys, onUnRecoverableConfigFileDiagnostic: (problem) => fail(typescript, problem) },
    );
    if (!parsed) throw new Error(`${config} could not be read`);
    this.#parsed = parsed;
    this.#host = overlayHost(typescript, parsed.options, overlay);
  }

  check(): ReplyDiagnostic[] {
    const { fileNames, options, projectReferences } = this.#parsed;
    this.#builder = this.#ts.createSemanticDiagnosticsBuilderProgram(
      fileNames,
      options,
      this.#host,
      this.#builder,
      undefined,
      projectReferences,
    );
    const builder = this.#builder;
    const declares = options.declaration === true || options.composite === true;
    return [
      ...builder.getSyntacticDiagnostics(),
      ...builder.getGlobalDiagnostics(),
      ...builder.getSemanticDiagnostics(),
      ...(declares ? builder.getDeclarationDiagnostics() : []),
    ].flatMap((one) => this.#replyOf(one));
  }

  #replyOf(diagnostic: ts.Diagnostic): ReplyDiagnostic[] {
    const { file, start = 0, length = 0, code, category, messageText, relatedInformation = [] } = diagnostic;
    if (!file || category !== this.#ts.DiagnosticCategory.Error) return [];
    const related = relatedInformation.flatMap((one) =>
      one.file ? [{ path: this.#overlay.nameOf(one.file.fileName), start: one.start ?? 0 }] : [],
    );
    const message = this.#ts.flattenDiagnosticMessageText(messageText, '\n');
    return [{ path: this.#overlay.nameOf(file.fileName), start, length, code, message, related }];
  }
}

/** A host that reads the staged texts before those on disk, keeps what it has parsed, and writes nothing. */
function overlayHost(typescript: TypeScript, options: ts.CompilerOptions, overlay: Overlay): ts.CompilerHost {
  const { sys } = typescript;
  const system: ts.System = {
    ...sys,
    readFile: (path, encoding) => overlay.text(path) ?? sys.readFile(path, encoding),
    fileExists: (path) => overlay.text(path) !== undefined || sys.fileExists(path),
    directoryExists: (path) => sys.directoryExists(path) || overlay.hasFolder(path),
    writeFile: () => {},
  };
  const host = typescript.createIncrementalCompilerHost(options, system);
  const read = host.getSourceFile.bind(host);
  const known = new Map<string, { staged: string | undefined; file: ts.SourceFile | undefined }>();
  const overlaid: ts.CompilerHost & { useSourceOfProjectReferenceRedirect(): boolean } = {
    ...host,
    // As in an editor: without this, files of a referenced project are read from what it was built into.
    useSourceOfProjectReferenceRedirect: () => true,
    getSourceFile(path, ...rest) {
      const staged = overlay.text(path);
      const before = known.get(path);
      if (before && before.staged === staged) return before.file;
      const file = read(path, ...rest);
      known.set(path, { staged, file });
      return file;
    },
  };
  return overlaid;
}

function fail(typescript: TypeScript, problem: ts.Diagnostic): never {
  throw new Error(typescript.flattenDiagnosticMessageText(problem.messageText, ' '));
}
