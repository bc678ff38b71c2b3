/** The formats that a report can be had in. By itself, so that the command line knows them without loading them. */
export const REPORTER_NAMES = ['pretty', 'json', 'sarif', 'github', 'gitlab', 'junit', 'markdown'] as const;

export type ReporterName = (typeof REPORTER_NAMES)[number];
