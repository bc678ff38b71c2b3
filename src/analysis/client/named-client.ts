/** An export that is a Signal client, or a function that gives one, because a person says so: `@acme/analytics#signal`. */
export interface NamedClient {
  /** A package or a module of the project, as an import would name it. */
  readonly module: string;
  readonly exportName: string;
}

/** Reads `module#export`; undefined when it is not of that form. */
export function parseNamedClient(text: string): NamedClient | undefined {
  const match = /^([^#\s][^#]*)#([\p{ID_Start}$_][\p{ID_Continue}$]*)$/u.exec(text.trim());
  // A package's own imports start with the sign that parts the two: `#lib/analytics#signal`.
  const own = match ? undefined : /^(#[^#\s]+)#([\p{ID_Start}$_][\p{ID_Continue}$]*)$/u.exec(text.trim());
  const [, module, exportName] = match ?? own ?? [];
  return module === undefined || exportName === undefined ? undefined : { module, exportName };
}
