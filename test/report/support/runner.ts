/** A command that GitHub's runner would obey. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const KNOWN = new Set([
  'error',
  'warning',
  'notice',
  'debug',
  'group',
  'endgroup',
  'add-mask',
  'add-matcher',
  'remove-matcher',
  'set-output',
  'set-env',
  'save-state',
  'add-path',
  'echo',
  'stop-commands',
]);

const LAST_UNICODE_SPACES = /^[\s\u0085\u200B\uFEFF]+/;

/**
 * The commands in a step's output, read as actions/runner reads it (`ActionCommand.cs`, `ActionCommandManager.cs`):
 * line by line; `::name properties::data` after leading white space; the older `##[name properties]data` anywhere in
 * a line; nothing at all between `stop-commands` and its token.
 */
export function commandsIn(output: string): WorkflowCommand[] {
  const commands: WorkflowCommand[] = [];
  let token: string | undefined;
  for (const line of output.split(/\r\n|[\r\n]/)) {
    const known = token === undefined ? KNOWN : new Set([...KNOWN, token]);
    const command = current(line, known) ?? older(line, known);
    if (command === undefined) continue;
    if (token !== undefined) {
      if (command.name === token) token = undefined;
      continue;
    }
    if (command.name === 'stop-commands') {
      if (command.data === '' || KNOWN.has(command.data)) throw new Error('not a token');
      token = command.data.toLowerCase();
      continue;
    }
    commands.push(command);
  }
  if (token !== undefined) throw new Error('commands were stopped and never resumed');
  return commands;
}

function current(line: string, known: ReadonlySet<string>): WorkflowCommand | undefined {
  const message = line.replace(LAST_UNICODE_SPACES, '');
  if (!message.startsWith('::')) return undefined;
  const end = message.indexOf('::', 2);
  if (end === -1) return undefined;
  return read(message.slice(2, end), message.slice(end + 2), known, ',', [
    ['%0D', '\r'],
    ['%0A', '\n'],
    ['%3A', ':'],
    ['%2C', ','],
    ['%25', '%'],
  ]);
}

function older(line: string, known: ReadonlySet<string>): WorkflowCommand | undefined {
  const start = line.indexOf('##[');
  if (start === -1) return undefined;
  const end = line.indexOf(']', start);
  if (end === -1) return undefined;
  return read(line.slice(start + 3, end), line.slice(end + 1), known, ';', [
    ['%3B', ';'],
    ['%0D', '\r'],
    ['%0A', '\n'],
    ['%5D', ']'],
    ['%25', '%'],
  ]);
}

type Escapes = readonly (readonly [escape: string, character: string])[];

function read(
  info: string,
  data: string,
  known: ReadonlySet<string>,
  separator: string,
  escapes: Escapes,
): WorkflowCommand | undefined {
  const space = info.indexOf(' ');
  const name = (space === -1 ? info : info.slice(0, space)).toLowerCase();
  if (!known.has(name)) return undefined;
  const pairs =
    space === -1
      ? []
      : info
          .slice(space + 1)
          .trim()
          .split(separator);
  const properties = pairs.flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=');
    return at <= 0 ? [] : [[pair.slice(0, at), unescaped(pair.slice(at + 1), escapes)]];
  });
  const inData = escapes.filter(([, character]) => !':,'.includes(character));
  return { name, properties: Object.fromEntries(properties), data: unescaped(data, inData) };
}

function unescaped(text: string, escapes: Escapes): string {
  return escapes.reduce((done, [written, character]) => done.replaceAll(written, character), text);
}
