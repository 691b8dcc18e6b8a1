/** A text that is as hard to read as its kind gets, in any size. */
export interface Shape {
  readonly name: string
  /** A text of about so many code units, never more. */
  make(size: number): string
}

type Piece = string | ((index: number) => string)

/** One piece again and again between a head and a tail. */
export function filled(name: string, head: string, piece: Piece, tail = ''): Shape {
  return {
    name,
    make(size) {
      const parts = [head]
      let length = head.length + tail.length
      for (let index = 0; ; index++) {
        const part = typeof piece === 'string' ? piece : piece(index)
        length += part.length
        if (length > size || part === '') return parts.join('') + tail
        parts.push(part)
      }
    },
  }
}

/** As many opened as closed. */
function nested(name: string, open: string, close: string, middle = ''): Shape {
  return {
    name,
    make(size) {
      const count = Math.floor((size - middle.length) / (open.length + close.length))
      return open.repeat(count) + middle + close.repeat(count)
    },
  }
}

const repeated = [
  ...['[', '{', '-', '- ', '#', '&a ', '*a ', '|', '|\n', '>', '?', '? ', ':', ': ', ',', '"', "'", ' ', '\t', '\n'],
  ...[
    '\r\n',
    '\r',
    '\0',
    '\ufeff',
    '\ud800',
    '\udc80',
    '\ufffd',
    '\u0085',
    '\u2028',
    '!',
    '!!',
    '!a ',
    '%',
    '%TAG ! a\n',
  ],
  ...['a', 'a:', 'a: ', 'a: b\n', '- a\n', '---\n', '...\n', '[]', '{}', '[,', '{a,b}', '**', '*', '(', ')', ']', '}'],
  ...['\\', '\\n', '0', '0.', '-1e', 'é', '😀', '<<: ', '<<: *a\n', '@{a}', '@{a}=b\n', '{,a}', '\n#', '"\n', "'\n"],
  ...[
    '[\n',
    '{"a":',
    '[{',
    '"a" ',
    '"",',
    '[0],',
    '&a [',
    '&a {b: ',
    '- - ',
    '? - ',
    '- ? ',
    'a:\n- ',
    '$',
    '$(',
    '%a',
    '/',
  ],
  ...[
    '^',
    '=',
    ';',
    '~',
    '`',
    '<',
    '>',
    '.',
    'a.',
    'a.b=',
    'a=b\n',
    '[a]\n',
    '[[a]]\n',
    '"""',
    "'''",
    'not ',
    'a and ',
    '(a or ',
  ],
  ...[
    '--a ',
    '--a=b ',
    '-',
    '--v=1 ',
    'a,',
    '0x',
    '0b1',
    '1_',
    '{{',
    '}}',
    '${{',
    '../',
    '*a: ',
    '!<a> ',
    '\ta\n',
    ' \n',
    '\n ',
    'a #',
  ],
] as const

/** Shapes that are no artefact of any kind. */
export const anyShapes: readonly Shape[] = [
  ...[...new Set(repeated)].map(piece => filled(`${JSON.stringify(piece)} again and again`, '', piece)),
  nested('lists in lists, closed', '[', ']'),
  nested('maps in maps, closed', '{"a":', '}', '1'),
  nested('maps in lists, closed', '[{a: ', '}]', 'b'),
  nested('choices in choices', '{a,', '}', 'b'),
  nested('parentheses, closed', '(', ')', 'a'),
  filled('indented ever deeper', '', index => `${' '.repeat(index)}a:\n`),
  filled('lists indented ever deeper', '', index => `${' '.repeat(index)}-\n`),
  filled('one key again and again', '', 'key: value\n'),
  filled('one key in braces again and again', '{', '"key": 1, ', '"key": 2}'),
  filled('ever new keys', '', index => `key${index}: value\n`),
  filled('ever new keys in braces', '{', index => `"key${index}": 1, `, '"key": 2}'),
  filled('numbers as keys', '', index => `${index}: ${index}.5\n`),
  filled('aliases of a list', 'a: &a [b, b, b, b, b, b, b, b]\nc: [', '*a, ', ']\n'),
  filled('aliases of aliases', 'a0: &a0 [b, b]\n', index => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`),
  filled('aliases in a row', 'a0: &a0 b\n', index => `a${index + 1}: &a${index + 1} *a${index}\n`),
  filled('anchors, one for each item', '', index => `- &a${index} b\n- *a${index}\n`),
  filled(
    'merges of merges',
    'a0: &a0 {b: c}\n',
    index => `a${index + 1}: &a${index + 1} {<<: *a${index}, k${index}: v}\n`,
  ),
  filled('many merges into one map', 'a: &a {b: 1, c: 2, d: 3, e: 4}\nf:\n  <<: [', '*a, ', ']\n'),
  filled('merges as keys that stand twice', 'a: &a {b: 1, c: 2, d: 3, e: 4}\nf:\n', '  <<: *a\n'),
  filled('tags', '', '- !!binary AAAA\n- !!float 1\n'),
  filled('timestamps', '', '- 2001-12-14t21:59:43.10-05:00\n'),
  filled('a number without end', 'a: ', '7'),
  filled('a number with underscores', 'a: 0', '_1'),
  filled('a fraction without end', 'a: .1', '_1'),
  filled('a key without end', 'a', 'b', ': c\n'),
  filled('a line without end', 'a: ', 'b c '),
  filled('words on ever new lines', 'a: b\n', '  c\n'),
  filled('quoted lines', 'a: "b\n', '  c\n', '"\n'),
  filled('escapes', 'a: "', '\\u0041', '"\n'),
  filled('a quote that is never closed', 'a: "', 'b c: d\n'),
  filled('a literal block', 'a: |\n', '  b\n'),
  filled('a folded block', 'a: >\n', '  b\n\n   c\n'),
  filled('an empty block', 'a: |+\n', '  \n'),
  filled('comments', '', '# comment: [ { "\n'),
  filled('comments behind values', '', 'a: b # comment\n'),
  filled('documents', '', 'a: b\n---\n'),
  filled('documents behind the end of one', 'a: b\n...\n', '---\nc: d\n'),
  filled('lines with a carriage return', '', 'a: b\r\n'),
  filled('tabs that indent', 'a:\n', '\tb: c\n'),
  filled('a byte order mark on each line', '', '\ufeffa: b\n'),
  filled('what is no UTF-8 behind much that is', '', 'a: b\n', '\udcff'),
  filled('a tab behind much that is well', '', 'a: b\n', '\tc'),
  filled('an open brace behind much that is well', '', '- {a: b}\n', '- {a: '),
  filled('keys without a value', '', 'a\nb: c\n'),
  filled('the same error on each line', '', '- a: b: c\n'),
  filled('lists of JSON', '[', '{"a":[1,2,{"b":null}]},', '0]'),
  filled('a text of JSON', '"', 'a\\n', '"'),
  filled('surrogates in JSON', '{"a":"', '\\ud800', '"}'),
]
