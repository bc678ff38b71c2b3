import traverseModule from '@babel/traverse';

export type { Binding, NodePath, Scope } from '@babel/traverse';

/**
 * `@babel/traverse`, whichever way the loader wraps its CommonJS default export: Node gives the namespace, bundlers
 * and Vitest the function.
 */
export const traverse: typeof traverseModule =
  typeof traverseModule === 'function'
    ? traverseModule
    : (traverseModule as { default: typeof traverseModule }).default;
