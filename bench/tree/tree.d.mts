/** The folder of a generated app with `count` source files; made the first time. */
export function treeOf(folder: string, count: number, calls: 'none' | 'direct' | 'helpers'): string;
