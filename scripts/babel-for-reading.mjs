// The part of Babel that ships: what reads trees, without what makes, changes or prints them, and quicker for trees that stay as they are.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { notPartOfUs } from './not-part-of-us.mjs';

const require = createRequire(import.meta.url);

/** Files of Babel in which there is only what makes, replaces, prints or computes code. */
const UNUSED = new RegExp(
  `@babel/(?:${[
    'types/lib/(?:builders/generated/(?:lowercase|uppercase)|asserts/generated/index)',
    'traverse/lib/path/(?:conversion|evaluation|inference/index|modification|removal|replacement)',
  ].join('|')})\\.js$`.replaceAll('/', '[\\\\/]'),
);

/** The files of Babel that are changed, and how. */
const CHANGED = {
  'path/index.js': withLess,
  'path/family.js': withChildrenThatStay,
  'scope/index.js': withFewerTables,
};

/**
 * What `@babel/traverse` and `@babel/types` have for code that makes, replaces or prints nodes, which nobody does here;
 * loading it costs as much as the rest of them.
 */
export const babelForReading = {
  name: 'babel-for-reading',
  setup(pluginBuild) {
    pluginBuild.onResolve(
      { filter: /^(@babel\/(code-frame|generator|parser|template)|debug)$/ },
      ({ path, importer }) =>
        /[\\/]@babel[\\/]traverse[\\/]/.test(importer)
          ? { path, namespace: path === 'debug' ? 'not-debugged' : 'not-called' }
          : undefined,
    );
    pluginBuild.onLoad({ filter: /.*/, namespace: 'not-called' }, ({ path }) => ({
      contents: `exports.default = ${notPartOfUs(path)};`,
    }));
    pluginBuild.onLoad({ filter: /.*/, namespace: 'not-debugged' }, () => ({
      contents: 'module.exports = () => ({ enabled: false });',
    }));
    pluginBuild.onLoad({ filter: UNUSED }, () => ({ contents: '' }));
    pluginBuild.onLoad({ filter: /[\\/]@babel[\\/]traverse[\\/]lib[\\/]cache\.js$/ }, () => ({
      contents: PATHS_ON_NODES,
    }));
    for (const [file, change] of Object.entries(CHANGED)) {
      const filter = new RegExp(
        `[\\\\/]@babel[\\\\/]traverse[\\\\/]lib[\\\\/]${file.replace('/', '[\\\\/]')}$`,
      );
      pluginBuild.onLoad({ filter }, ({ path }) => ({ contents: change(readFileSync(path, 'utf8')) }));
    }
    pluginBuild.onLoad({ filter: /[\\/]@babel[\\/]types[\\/]lib[\\/]definitions[\\/]index\.js$/ }, () => ({
      contents: definedNodes(),
    }));
  },
};

/**
 * Babel remembers the paths of a tree in a map for each node that has children, and these in a weak map. Each node has
 * one parent here, so that it can hold its path itself: less to make, and gone with the tree.
 */
const PATHS_ON_NODES = `
  const PATH = Symbol('path');
  const SCOPE = Symbol('scope');
  let parent;
  const paths = {
    get(node) {
      const path = node?.[PATH];
      return path?.parent === parent ? path : undefined;
    },
    set(node, path) {
      node[PATH] = path;
    },
  };
  exports.getOrCreateCachedPaths = (node) => {
    parent = node;
    return paths;
  };
  exports.PATH = PATH;
  exports.scope = {
    get: (node) => node[SCOPE],
    set(node, scope) {
      node[SCOPE] = scope;
    },
  };
`;

/**
 * Paths without `assertIdentifier` and its like for 300 types of nodes, and without what only a traversal that changes
 * the tree puts into them. V8 makes a hidden class for each of the 300 methods that are left, which takes twelve
 * milliseconds, but none for an object that something was deleted from.
 */
function withLess(source) {
  return changed(source, 'makes its paths', [
    [/ {4}this\.(?:state|skipKeys|_store|data) = null;\n/g, ''],
    [
      / {2}constructor\(hub, parent\) \{\n {4}this\.contexts = \[\];\n/,
      '  get contexts() { return (this.ownContexts ??= []); }\n  constructor(hub, parent) {\n    this.ownContexts = undefined;\n',
    ],
    [
      /for \(const type of t\.TYPES\) \{\n[\s\S]*?\n\}\n(?=Object\.assign)/,
      `NodePath_Final.prototype.first = NodePath_Final.prototype.last = undefined;
      delete NodePath_Final.prototype.first;
      delete NodePath_Final.prototype.last;
      for (const type of t.TYPES) {
        const is = t['is' + type];
        NodePath_Final.prototype['is' + type] = function (options) {
          return is(this.node, options);
        };
      }
      `,
    ],
  ]);
}

/**
 * A path that is asked for again is as it was, with its scope, as nobody changes the tree. Babel sets it up once more,
 * and makes an object of what it is asked for each time.
 */
function withChildrenThatStay(source) {
  return changed(source, 'gets the paths of children', [
    [
      /function get\(key, context = true\) \{\n[\s\S]*?\n\}\nfunction _getKey\(key, context\) \{\n[\s\S]*?\n\}\n/,
      `const { PATH } = require('../cache.js');
    function get(key, context = true) {
      if (context === true) context = this.context;
      return key.includes('.')
        ? _getPattern.call(this, key.split('.'), context)
        : _getKey.call(this, key, context);
    }
    function _getKey(key, context) {
      const { node } = this;
      const list = node[key];
      if (!Array.isArray(list)) return childOf(this, node, undefined, key, context);
      const paths = [];
      for (let at = 0; at < list.length; at += 1) paths.push(childOf(this, list, key, at, context));
      return paths;
    }
    function childOf(parentPath, container, listKey, key, context) {
      const known = container[key]?.[PATH];
      if (known?.scope && known.parentPath === parentPath && known.container === container && known.key === key)
        return known;
      const path = _index.default.get({ parentPath, parent: parentPath.node, container, listKey, key });
      return path.scope ? path : path.setContext(context);
    }
    `,
    ],
  ]);
}

/**
 * Every scope of Babel has tables for what only the program's has something in, makes them three times, and looks for
 * its parent each time that a name is looked up.
 */
function withFewerTables(source) {
  return changed(source, 'makes its scopes', [
    [
      /function resetScope\(scope\) \{\n[\s\S]*?\n\}\n/,
      `const NONE = Object.freeze(Object.create(null));
      function resetScope(scope) {
        const table = () => (scope.block.type === 'Program' ? Object.create(null) : NONE);
        scope.references = table();
        scope.uids = table();
        scope.globals = table();
        scope.bindings = Object.create(null);
      }
      `,
    ],
    [
      /Object\.defineProperties\(this, \{\n[\s\S]*?\n {4}\}\);\n/,
      'this.references = this.uids = this.globals = this.data = this.bindings = NONE; this.knownParent = undefined;\n',
    ],
    [/ {2}get references\(\) \{\n[\s\S]*?\n {2}\}\n {2}get uids\(\) \{\n[\s\S]*?\n {2}\}\n/, ''],
    [
      / {2}get parent\(\) \{\n([\s\S]*?)\n {2}\}\n/,
      '  get parent() { return (this.knownParent ??= this.findParent()); }\n  findParent() {\n$1\n  }\n',
    ],
    [
      /resetScope\(this\);\n {4}this\.data = Object\.create\(null\);\n {4}(let scope = this;\n[\s\S]*?while \(scope = scope\.parent\);\n)/,
      '$1    resetScope(this);\n    this.data = Object.create(null);\n',
    ],
  ]);
}

/** Replaces each expression, all of which have to be there. @param what Babel does in the place that is changed. */
function changed(source, what, replacements) {
  return replacements.reduce((text, [from, to]) => {
    if (text.search(from) === -1) throw new Error(`@babel/traverse ${what} in another way now.`);
    return text.replace(from, to);
  }, source);
}

/** What the definitions of `@babel/types` come to, without what only the making of nodes asks for. */
function definedNodes() {
  const {
    BUILDER_KEYS,
    NODE_FIELDS,
    NODE_PARENT_VALIDATIONS,
    ...asked
  } = require('@babel/types/lib/definitions');
  const unasked = Object.keys({ BUILDER_KEYS, NODE_FIELDS, NODE_PARENT_VALIDATIONS });
  return `Object.assign(exports, JSON.parse(${JSON.stringify(JSON.stringify(asked))}));
    ${unasked.map((name) => `exports.${name} = {};`).join('\n')}`;
}
