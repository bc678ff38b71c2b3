import { type Maker, type Makers, NotConverted } from './conversion.js';
import { same } from './makers.js';

const importDeclaration: Maker = (
  { type, start, end, importKind, specifiers, source, attributes, phase },
  to,
) => {
  if (phase) throw new NotConverted();
  return {
    type,
    start,
    end,
    importKind: to.kindOf(importKind),
    specifiers: to.many(specifiers),
    source: to.one(source),
    attributes: to.many(attributes),
  };
};

const exportNamed: Maker = (
  { type, start, end, exportKind, specifiers, source, declaration, attributes },
  to,
) => {
  if (declaration?.type === 'TSImportEqualsDeclaration') throw new NotConverted();
  return {
    type,
    start,
    end,
    exportKind: to.kindOf(exportKind),
    specifiers: to.many(specifiers),
    source: to.orNull(source),
    attributes: to.many(attributes),
    declaration: to.orNull(declaration),
  };
};

const importEquals: Maker = ({ type, start, end, importKind, id, moduleReference }, to) => ({
  type,
  start,
  end,
  isExport: false,
  id: to.one(id),
  moduleReference: to.one(moduleReference),
  importKind,
});

/** `export * as name from` is a named export for Babel, of a specifier that starts at the star. */
const exportAll: Maker = ({ type, start, end, exportKind, exported, source, attributes }, to) => {
  const from = { exportKind: to.kindOf(exportKind), source: to.one(source), attributes: to.many(attributes) };
  if (!exported) return { type, start, end, ...from };
  const before = /^export\s+(?:type\s+)?(?=\*)/.exec(to.text.slice(start, exported.start))?.[0];
  if (before === undefined) throw new NotConverted();
  const name = {
    type: 'ExportNamespaceSpecifier',
    start: start + before.length,
    end: exported.end,
    exported: to.one(exported),
  };
  return { type: 'ExportNamedDeclaration', start, end, specifiers: [name], ...from };
};

const exportDefault: Maker = ({ type, start, end, declaration }, to) => ({
  type,
  start,
  end,
  exportKind: to.kindOf('value'),
  declaration: to.one(declaration),
});

const importedOnly = same('local');

export const MODULES = {
  ExportAllDeclaration: exportAll,
  ExportDefaultDeclaration: exportDefault,
  ExportNamedDeclaration: exportNamed,
  ExportSpecifier: ({ type, start, end, local, exported, exportKind }, to) => ({
    type,
    start,
    end,
    local: to.one(local),
    exported: to.one(exported),
    exportKind: to.kindOf(exportKind),
  }),
  ImportAttribute: same('key', 'value'),
  ImportDeclaration: importDeclaration,
  ImportDefaultSpecifier: importedOnly,
  ImportNamespaceSpecifier: importedOnly,
  ImportSpecifier: ({ type, start, end, imported, local, importKind }, to) => ({
    type,
    start,
    end,
    imported: to.one(imported),
    local: to.one(local),
    importKind: to.kindOf(importKind),
  }),
  TSImportEqualsDeclaration: importEquals,
} satisfies Makers;
