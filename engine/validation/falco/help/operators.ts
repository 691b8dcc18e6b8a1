import type { Choice } from '../../field.ts'
import { operators, transformers } from '../condition/syntax.ts'

const operatorMeanings: Readonly<Record<string, string>> = {
  exists: 'The field has a value at this event.',
  '<=': 'Less, or the same number.',
  '<': 'Less.',
  '>=': 'More, or the same number.',
  '>': 'More.',
  '==': 'The same; as =.',
  '=': 'The same.',
  '!=': 'Not the same.',
  glob: 'The value fits a pattern with * and ?.',
  iglob: 'As glob, whatever the case.',
  contains: 'The text stands somewhere in the value.',
  icontains: 'As contains, whatever the case.',
  bcontains: 'The bytes, in hex, stand somewhere in the value.',
  startswith: 'The value begins with the text.',
  bstartswith: 'The value begins with the bytes, in hex.',
  endswith: 'The value ends with the text.',
  regex: 'The whole value fits a regular expression.',
  intersects: 'One value is in both lists.',
  in: 'The value is one of a list in parentheses.',
  pmatch: 'The path is one of these, or lies below one.',
}

/** Those that are mostly used come first. */
const usual = ['=', '!=', 'in', 'startswith', 'endswith', 'contains', 'icontains', 'pmatch', 'intersects', 'exists']
const ordered = new Set([...operators.filter(it => usual.includes(it)).toSorted(byUse), ...operators])

function byUse(a: string, b: string): number {
  return usual.indexOf(a) - usual.indexOf(b)
}

export const operatorChoices: readonly Choice[] = [...ordered].map(text => ({
  text,
  says: operatorMeanings[text] ?? 'Compares.',
}))

const transformerMeanings: Readonly<Record<(typeof transformers)[number], string>> = {
  val: 'The value of a field, at the right of an operator.',
  tolower: 'The text in small letters.',
  toupper: 'The text in capitals.',
  b64: 'What a text in base64 stands for.',
  basename: 'The last part of a path.',
  len: 'How long a text is, or how many a list has.',
  join: 'Several values with a text between.',
  concat: 'Several values behind each other.',
  getopt: 'The options of a command line.',
}

export const transformerChoices: readonly Choice[] = transformers.map(text => ({
  text,
  says: `Transformer. ${transformerMeanings[text]} It is written ${text}(proc.name).`,
}))

export const joiningChoices: readonly Choice[] = [
  { text: 'and', says: 'Both sides hold.' },
  { text: 'or', says: 'One side holds. And binds more tightly: use parentheses.' },
]

export const notChoice: Choice = { text: 'not', says: 'What follows does not hold.' }
