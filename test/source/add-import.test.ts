import { describe, expect, test } from 'vitest';
import { addImport, importStatement, importsAtTop } from '../../src/source/add-import.js';
import { applyEdits } from '../../src/source/edit.js';
import { parseSource, type SourceFile } from '../../src/source/parse.js';
import { detectStyle } from '../../src/source/style.js';

function parsed(text: string): SourceFile {
  const result = parseSource('a.ts', text);
  if (result.kind === 'unparsable') throw new SyntaxError(text);
  return result.file;
}

function added(text: string, format: 'esm' | 'cjs' = 'esm'): string {
  const edits = addImport(parsed(text), { imported: 'z', local: 'z', from: 'z' }, format);
  const after = applyEdits(text, edits);
  expect(parseSource('a.ts', after).kind, after).toBe('parsed');
  return after;
}

describe('an import', () => {
  const style = detectStyle(parsed("import 'a';"));
  const a = { imported: 'a', local: 'a' };
  const type = { imported: 'B', local: 'B', isType: true };

  test('is one of types only when all are', () => {
    expect(importStatement([type], 'x', 'esm', style)).toBe("import type { B } from 'x'");
    expect(importStatement([type, a], 'x', 'esm', style)).toBe("import { type B, a } from 'x'");
    expect(importStatement([a], 'x', 'esm', style)).toBe("import { a } from 'x'");
  });

  test('gives the name that the file calls it by', () => {
    const renamed = { imported: 'a', local: 'b' };
    expect(importStatement([renamed], 'x', 'esm', style)).toBe("import { a as b } from 'x'");
    expect(importStatement([renamed, a], 'x', 'cjs', style)).toBe("const { a: b, a } = require('x')");
  });
});

describe('the place of an import', () => {
  test.each([
    ["import 'a';\nf();\n", "import 'a';\nimport { z } from 'z';\nf();\n"],
    ["import 'a'; // b\nf();\n", "import 'a'; // b\nimport { z } from 'z';\nf();\n"],
    ["import 'a';\nf();\nimport 'b';\n", "import 'a';\nf();\nimport 'b';\nimport { z } from 'z';\n"],
    ["import 'a'\nimport 'b'; f()\n", "import 'a'\nimport 'b';\nimport { z } from 'z'; f()\n"],
    [
      "import 'a'\nimport 'b'; /* c */ f()\n",
      "import 'a'\nimport 'b';\nimport { z } from 'z'; /* c */ f()\n",
    ],
    ["import a from './a';\n", "import { z } from 'z';\nimport a from './a';\n"],
    ["import a from './a'\n", "import { z } from 'z'\nimport a from './a'\n"],
    ["// of all\nimport a from './a';\n", "// of all\nimport { z } from 'z';\nimport a from './a';\n"],
    [
      "import a from 'a';\nimport b from './b';\n",
      "import a from 'a';\nimport { z } from 'z';\nimport b from './b';\n",
    ],
    ["import 'a'\n(f)()\n", "import 'a'\nimport { z } from 'z'\n(f)()\n"],
    ["import 'a'", "import 'a'\nimport { z } from 'z'"],
    ['f();\n', 'import { z } from "z";\n\nf();\n'],
    ['', 'import { z } from "z";\n'],
    ["'use client';\n", "'use client';\n\nimport { z } from 'z';\n"],
    ["'use client';\n\nf();\n", "'use client';\n\nimport { z } from 'z';\n\nf();\n"],
    ["'use client';\nf();\n", "'use client';\n\nimport { z } from 'z';\n\nf();\n"],
    ["'use client'; // a\nf();\n", "'use client'; // a\n\nimport { z } from 'z';\n\nf();\n"],
    ["'use client'; f();\n", "'use client'; \n\nimport { z } from 'z';\n\nf();\n"],
    ["'use client';\nf();\n\ng();\n", "'use client';\n\nimport { z } from 'z';\n\nf();\n\ng();\n"],
    ["// of all\n\n'use client';\nf();\n", "// of all\n\n'use client';\n\nimport { z } from 'z';\n\nf();\n"],
    ['// @ts-check\n// of f\nf();\n', '// @ts-check\nimport { z } from "z";\n\n// of f\nf();\n'],
    ["'use client';// a\nf();\n", "'use client';// a\n\nimport { z } from 'z';\n\nf();\n"],
    ["'worklet';// a\nf();\n", "'worklet';// a\n\nimport { z } from 'z';\n\nf();\n"],
    ['\uFEFF// of f\nf();\n', '\uFEFFimport { z } from "z";\n\n// of f\nf();\n'],
    ['// on its own\n \n// of f\nf();\n', '// on its own\n \nimport { z } from "z";\n\n// of f\nf();\n'],
    ['// on its own\n\n// of f\nf();\n', '// on its own\n\nimport { z } from "z";\n\n// of f\nf();\n'],
  ])('in %j', (text, after) => {
    expect(added(text)).toBe(after);
  });

  test.each([
    '// @ts-ignore: a',
    '// eslint-disable-next-line a',
    '/* biome-ignore lint: a */',
    '  // prettier-ignore',
  ])('is above %s, which speaks of the import below it alone', (comment) => {
    const text = `// of all\n${comment}\nimport a from './a';\n`;
    expect(added(text)).toBe(text.replace(comment, `import { z } from 'z';\n${comment}`));
    expect(added(text.replaceAll('\n', '\r\n'))).toBe(added(text).replaceAll('\n', '\r\n'));
  });

  test.each([
    '/*! a */',
    '// @ts-nocheck',
    '// @flow',
    '/** @jsx h */',
    '/* eslint-disable a */',
    '// biome-ignore-all lint: a',
    '// Copyright a',
    '// Licensed to a',
    '// under the licence of a',
    '// SPDX-License-Identifier: MIT',
  ])('is below %s, which speaks for the file, and above what speaks of the code', (comment) => {
    expect(added(`${comment}\nf();\n`)).toBe(`${comment}\nimport { z } from "z";\n\nf();\n`);
    expect(added('// f!\nf();\n')).toBe('import { z } from "z";\n\n// f!\nf();\n');
  });

  test.each([
    ["const a = require('a');\nf();\n", "const a = require('a');\nconst { z } = require('z');\nf();\n"],
    ["f();\nconst a = require('a').b;\n", "f();\nconst a = require('a').b;\nconst { z } = require('z');\n"],
    [
      "var a = require('a')();\nf();\nvar b = require('b');\n",
      "var a = require('a')();\nconst { z } = require('z');\nf();\nvar b = require('b');\n",
    ],
    [
      "const a = require('a')\n;[1].map(f)\n",
      "const a = require('a')\nconst { z } = require('z')\n;[1].map(f)\n",
    ],
    [
      "const a = require('a')\n// b\nf()\n",
      "const a = require('a')\nconst { z } = require('z')\n// b\nf()\n",
    ],
    [
      'const a = require("a"), b = f();\nlet c;\n',
      'const { z } = require("z");\n\nconst a = require("a"), b = f();\nlet c;\n',
    ],
    [
      "const a = require('a');\n(f)()\ng()\n",
      "const a = require('a');\nconst { z } = require('z');\n(f)()\ng()\n",
    ],
    [
      "const a = require('a');\n/* b */\n[1].map(f)\ng()\n",
      "const a = require('a');\nconst { z } = require('z');\n/* b */\n[1].map(f)\ng()\n",
    ],
    [
      "const a = require('a');\nconst b = require('./b').c;\nf();\n",
      "const a = require('a');\nconst { z } = require('z');\nconst b = require('./b').c;\nf();\n",
    ],
    [
      "const a = require('./a')();\nf();\n",
      "const { z } = require('z');\nconst a = require('./a')();\nf();\n",
    ],
    ['const a = require(b);\n', 'const a = require(b);\nconst { z } = require("z");\n'],
    ['// of f\n(f)()\n', 'const { z } = require("z");\n\n// of f\n(f)()\n'],
    ["'use strict';\n(f)()\ng()\n", "'use strict';\n\nconst { z } = require('z');\n\n(f)()\ng()\n"],
    ['const a = f();\n', 'const { z } = require("z");\n\nconst a = f();\n'],
  ])('of CommonJS in %j', (text, after) => {
    expect(added(text, 'cjs')).toBe(after);
  });

  test('ends only the last of several where the next line would join it', () => {
    const file = parsed('/a/.test(b)\n');
    const style = { ...detectStyle(file), semicolons: false };
    const edit = importsAtTop(file, ["const a = require('a')", "const b = require('b')"], 'cjs', style);
    expect(applyEdits(file.text, [edit])).toBe(
      "const a = require('a')\nconst b = require('b');\n\n/a/.test(b)\n",
    );
  });
});
