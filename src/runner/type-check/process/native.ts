import { existsSync, readdirSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { ReplyDiagnostic } from '../protocol.js';
import { type Checker, type OpenRequest, Overlay, withoutRepeats } from './checker.js';

/** The part of `typescript/unstable/sync` that is used here; what TypeScript 7.0 calls it may change. */
interface NativeModule {
  readonly API: new (options: {
    cwd: string;
    fs: {
      readFile(path: string): string | undefined;
      fileExists(path: string): boolean | undefined;
      directoryExists(path: string): boolean | undefined;
      getAccessibleEntries(path: string): { files: string[]; directories: string[] } | undefined;
    };
  }) => NativeApi;
}

interface NativeApi {
  updateSnapshot(changes: object): NativeSnapshot;
}

interface NativeSnapshot {
  getProjects(): readonly {
    readonly configFileName: string;
    readonly program: NativeProgram;
    readonly compilerOptions: { composite?: boolean; declaration?: boolean };
  }[];
  dispose(): void;
}

interface NativeProgram {
  getSyntacticDiagnostics(): readonly NativeDiagnostic[];
  getSemanticDiagnostics(): readonly NativeDiagnostic[];
  getDeclarationDiagnostics(): readonly NativeDiagnostic[];
}

interface NativeDiagnostic {
  readonly fileName?: string;
  readonly pos: number;
  readonly end: number;
  readonly code: number;
  readonly category: number;
  readonly text: string;
  readonly messageChain?: readonly NativeDiagnostic[];
  readonly relatedInformation?: readonly NativeDiagnostic[];
}

const ERROR = 1;

/** TypeScript 7 and the previews of it, through the API of its server, which asks us for the staged files. */
export async function openNative({ root, compiler, configs }: OpenRequest): Promise<Checker> {
  const { API }: NativeModule = await import(pathToFileURL(compiler.module).href);
  const overlay = new Overlay(root);
  const api = new API({
    cwd: root,
    fs: {
      // `undefined` leaves the answer to the disk.
      readFile: (path) => overlay.text(path),
      fileExists: (path) => (overlay.text(path) === undefined ? undefined : true),
      directoryExists: (path) => (overlay.hasFolder(path) ? true : undefined),
      getAccessibleEntries: (path) => entriesWith(overlay, path),
    },
  });
  let opened = false;
  return {
    check(texts) {
      const { changed, created, deleted } = overlay.replace(texts);
      // A file that was on disk before it was staged is one that changes.
      const onDisk = (path: string): boolean => existsSync(path);
      const fileChanges = {
        changed: [...changed, ...created.filter(onDisk), ...deleted.filter(onDisk)],
        created: created.filter((path) => !onDisk(path)),
        deleted: deleted.filter((path) => !onDisk(path)),
      };
      const snapshot = api.updateSnapshot(opened ? { fileChanges } : { openProjects: configs });
      opened = true;
      const projects = snapshot.getProjects();
      const errors = projects.flatMap(({ program, compilerOptions }) => [
        ...program.getSyntacticDiagnostics(),
        ...program.getSemanticDiagnostics(),
        ...(compilerOptions.declaration || compilerOptions.composite
          ? program.getDeclarationDiagnostics()
          : []),
      ]);
      const replies = errors.flatMap((one) => replyOf(one, overlay));
      snapshot.dispose();
      return withoutRepeats(replies);
    },
  };
}

function replyOf(diagnostic: NativeDiagnostic, overlay: Overlay): ReplyDiagnostic[] {
  const { fileName, pos, end, code, category, relatedInformation = [] } = diagnostic;
  if (fileName === undefined || category !== ERROR) return [];
  const related = relatedInformation.flatMap((one) =>
    one.fileName === undefined ? [] : [{ path: overlay.nameOf(one.fileName), start: one.pos }],
  );
  const message = messageOf(diagnostic, '');
  return [{ path: overlay.nameOf(fileName), start: pos, length: end - pos, code, message, related }];
}

/** The message with what explains it, indented as `tsc` does. */
function messageOf({ text, messageChain = [] }: NativeDiagnostic, indent: string): string {
  const explained = messageChain.map((one) => `\n${messageOf(one, `${indent}  `)}`).join('');
  return `${indent}${text}${explained}`;
}

/** What a folder holds on disk and in the staged files. */
function entriesWith(
  overlay: Overlay,
  folder: string,
): { files: string[]; directories: string[] } | undefined {
  const staged = overlay.entriesOf(folder);
  if (staged.files.length + staged.directories.length === 0) return undefined;
  const files = new Set(staged.files);
  const directories = new Set(staged.directories);
  for (const entry of existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []) {
    const isFolder = entry.isSymbolicLink() ? isFolderAt(`${folder}/${entry.name}`) : entry.isDirectory();
    (isFolder ? directories : files).add(entry.name);
  }
  return { files: [...files].sort(), directories: [...directories].sort() };
}

function isFolderAt(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
