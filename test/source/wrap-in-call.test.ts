import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/source/edit.js';
import { parseSource } from '../../src/source/parse.js';
import { detectStyle } from '../../src/source/style.js';
import { wrapInCall } from '../../src/source/wrap-in-call.js';

/** `export default …` with what is exported in `wrap()`. */
function wrapped(text: string, isFormatted = true, width = 80): string {
  const result = parseSource('a.ts', text);
  if (result.kind === 'unparsable') throw new SyntaxError(text);
  const [statement] = result.file.ast.program.body;
  if (statement?.type !== 'ExportDefaultDeclaration') throw new TypeError(text);
  const style = { ...detectStyle(result.file), indent: '  ', trailingCommaInCalls: true, width };
  return applyEdits(text, wrapInCall(text, statement.declaration, 'wrap', style, isFormatted));
}

const OWN_LINES = 'export default wrap(\n  ';

describe('what spans lines', () => {
  test.each([
    ['f({\n  a,\n})', 'f({\n    a,\n  })'],
    ['f?.({\n  a,\n})', 'f?.({\n    a,\n  })'],
    ['new F({\n  a,\n})', 'new F({\n    a,\n  })'],
    ['await f({\n  a,\n}).b', 'await f({\n    a,\n  }).b'],
    ['f(() => {\n  a;\n})?.b', 'f(() => {\n    a;\n  })?.b'],
    ['f({\n  a,\n}) as B', 'f({\n    a,\n  }) as B'],
    ['f({\n  a,\n}) satisfies B', 'f({\n    a,\n  }) satisfies B'],
    ['f({\n  a,\n})!', 'f({\n    a,\n  })!'],
    ['(() => {\n  a;\n})()', '(() => {\n    a;\n  })()'],
    ['f(`a`, {\n  b,\n})', 'f(`a`, {\n    b,\n  })'],
  ])('goes to lines of its own where it is of a call: %j', (call, moved) => {
    expect(wrapped(`export default ${call};`)).toBe(`${OWN_LINES}${moved},\n);`);
    expect(wrapped(`export default ${call};`, false)).toBe(`export default wrap(${call});`);
  });

  test.each([
    '{\n  a,\n}',
    '[\n  a,\n]',
    '() => {\n  a;\n}',
    '{\n  a,\n} satisfies B',
    'f`\n`',
    'f({\n  a: `\n`,\n})',
    'f({\n  a: "\\\n",\n})',
  ])('begins on the line of the bracket else: %j', (value) => {
    expect(wrapped(`export default ${value};`)).toBe(`export default wrap(${value});`);
  });

  test('keeps the semicolon that a function needs once it is an argument', () => {
    expect(wrapped('export default function () {\n  a;\n}')).toBe(
      'export default wrap(function () {\n  a;\n});',
    );
  });
});

describe('arguments that were broken up for the width', () => {
  const call = 'f(\n  aaaaaaaa,\n  bbbbbbbb,\n)';

  test('go to one line where that fits further left', () => {
    expect(wrapped(`export default ${call};`, true, 24)).toBe(`${OWN_LINES}f(aaaaaaaa, bbbbbbbb),\n);`);
    expect(wrapped(`export default ${call};`, true, 23)).toBe(
      `${OWN_LINES}f(\n    aaaaaaaa,\n    bbbbbbbb,\n  ),\n);`,
    );
  });

  test('stay when there is more to them', () => {
    for (const more of ['f(\n  a, // b\n)', 'f(\n  a,\n  {\n    b,\n  },\n)', 'f(\n  a,\n).b'])
      expect(wrapped(`export default ${more};`)).toBe(
        `${OWN_LINES}${more.replaceAll(/\n(?!$)/g, '\n  ')},\n);`,
      );
  });
});

test('a line that gets too long is broken up before a call, in whatever project', () => {
  const text = 'export default f(aaaa); // bbbbbbbbbbbb';
  for (const isFormatted of [true, false]) {
    expect(wrapped(text, isFormatted, 28)).toBe(`${OWN_LINES}f(aaaa),\n); // bbbbbbbbbbbb`);
    expect(wrapped(text, isFormatted, 29)).toBe('export default wrap(f(aaaa)); // bbbbbbbbbbbb');
    expect(wrapped('export default aaaaaaa;', isFormatted, 20)).toBe('export default wrap(aaaaaaa);');
  }
});
