import { basename, dirname, join, resolve } from 'node:path';
import { type ChangedFiles, changedFiles } from '../gate/changed-files.js';
import { decidingFile } from '../gate/deciding-files.js';
import { isDirectory, isFile, projectPath, realPathOf, upwardFrom } from '../project/files.js';
import { ignoredAmong } from '../project/git-list.js';
import { declaredRange, readPackageJson } from '../project/package-json.js';
import { findRouters } from '../project/routers.js';
import { isSourceFile } from '../project/source-files.js';
import { firstOf } from '../source/sentence.js';
import type { Console } from './console.js';
import { placeOf, type TargetApp, type TargetOptions, targetApps } from './target-apps.js';

/** Which files a run is about. */
export interface AskedOptions extends TargetOptions {
  /** Files and folders; absolute, or relative to where the command runs. Empty means everything. */
  readonly files: readonly string[];
  /** A base, or `true` for the one that git and the service suggest. */
  readonly changed: string | true | undefined;
}

/** An app, and which of its files the run is about. */
export interface AskedApp {
  readonly app: TargetApp;
  /** Whether a file was named, or lies in a folder that was; undefined where none was named. */
  readonly isNamed: ((path: string) => boolean) | undefined;
  /** What differs from the base at this moment; undefined where the run is about everything, whatever differs. */
  changes(): ChangedFiles | undefined;
  /** The files that were named one by one, where no folder and nothing else says which are meant. */
  readonly files?: readonly string[] | undefined;
}

/**
 * The apps that a run is about, and which of their files. Files lead to their own apps; what belongs to none, or is no
 * source file, is passed over with a word.
 * @throws UsageError when there is no app.
 */
export async function askedApps(options: AskedOptions, console: Console): Promise<AskedApp[]> {
  const { files, changed } = options;
  const asked =
    files.length > 0
      ? await appsOfFiles(options, console)
      : (await targetApps(options, console)).map(
          (app): AskedApp => ({ app, isNamed: undefined, changes: () => undefined }),
        );
  if (changed === undefined) return asked;
  const base = changed === true ? undefined : changed;
  const said = new Set<string>();
  const say = (note: string): void => {
    if (!said.has(note)) console.say(`note: ${note}`);
    said.add(note);
  };
  return asked.map(({ app, isNamed }) => ({
    app,
    isNamed,
    changes: () => changesOf(app, base, console, say),
  }));
}

/** Undefined also where something has changed that decides about the whole app. */
function changesOf(
  app: TargetApp,
  base: string | undefined,
  { env }: Console,
  say: (note: string) => void,
): ChangedFiles | undefined {
  const changes = changedFiles(app.project.root, base, env);
  say(changes.note);
  const deciding = decidingFile(app.project, changes);
  if (deciding === undefined) return changes;
  const of = app.directory === '.' ? 'the app' : app.directory;
  say(
    `${placeOf(app, deciding)} has changed, on which all of ${of} depends, so whatever is found there is reported.`,
  );
  return undefined;
}

async function appsOfFiles(options: AskedOptions, console: Console): Promise<AskedApp[]> {
  const from = resolve(options.cwd ?? '.');
  const isChosen = options.app !== undefined || options.all === true;
  const chosen = isChosen ? await targetApps(options, console) : [];
  const passedOver = new Map<string, string[]>();
  const givenByApp = new Map<string, Map<string, string>>();
  const skip = (given: string, why: string): void => {
    passedOver.set(why, [...(passedOver.get(why) ?? []), given]);
  };
  for (const given of options.files) {
    const path = realPathAbove(resolve(from, given));
    const found = locate(path, isChosen ? chosen.map(({ project }) => project.root) : undefined);
    if (found.kind === 'passed-over') skip(given, found.why);
    else
      givenByApp.set(
        found.root,
        (givenByApp.get(found.root) ?? new Map()).set(projectPath(found.root, path), given),
      );
  }
  const pathsByApp = new Map<string, string[]>();
  for (const [root, givenByPath] of givenByApp) {
    const ignored = ignoredAmong(root, [...givenByPath.keys()].filter(Boolean));
    for (const [path, given] of givenByPath) {
      if (ignored.has(path)) skip(given, 'that git ignores');
      else pathsByApp.set(root, [...(pathsByApp.get(root) ?? []), path]);
    }
  }
  for (const [why, paths] of passedOver)
    console.say(`note: passed over, because ${why}: ${firstOf(paths, LISTED)}`);
  const asked: AskedApp[] = [];
  for (const root of [...pathsByApp.keys()].sort()) {
    const paths = pathsByApp.get(root) ?? [];
    const apps = isChosen
      ? chosen.filter(({ project }) => project.root === root)
      : await targetApps({ ...options, app: root }, console);
    for (const app of apps) {
      asked.push({
        app,
        files: paths.every((path) => isFile(join(root, path))) ? paths : undefined,
        changes: () => undefined,
        isNamed: (path) => paths.some((one) => one === '' || path === one || path.startsWith(`${one}/`)),
      });
    }
  }
  return asked;
}

type FilePlace =
  | { readonly kind: 'app'; readonly root: string }
  | { readonly kind: 'passed-over'; readonly why: string };

function locate(path: string, roots: readonly string[] | undefined): FilePlace {
  const isFolder = isDirectory(path);
  if (!isFolder && !isSourceFile(path)) return passOver('that is no source file');
  if (!isFolder && !isFile(path)) return passOver('there is no such file any more');
  const root = appFolderOf(isFolder ? path : dirname(path));
  if (root === undefined) return passOver('that is in no Next.js app');
  if (roots !== undefined && !roots.includes(root)) return passOver('that is in another app');
  return { kind: 'app', root };
}

function passOver(why: string): FilePlace {
  return { kind: 'passed-over', why };
}

/** The nearest folder at or above that is a Next.js app, whether or not its configuration can be read. */
function appFolderOf(folder: string): string | undefined {
  for (const candidate of upwardFrom(folder)) {
    if (!isFile(join(candidate, 'package.json'))) continue;
    const result = readPackageJson(candidate);
    if (result.kind !== 'read' || declaredRange(result.packageJson, 'next') === undefined) continue;
    const { app, pages } = findRouters(candidate, 0).routers;
    if (app !== undefined || pages !== undefined) return candidate;
  }
  return undefined;
}

/** The path with the symbolic links of its folders followed; what is not there keeps its name. */
function realPathAbove(path: string): string {
  const above = dirname(path);
  return realPathOf(path) ?? (above === path ? path : join(realPathAbove(above), basename(path)));
}

const LISTED = 5;
