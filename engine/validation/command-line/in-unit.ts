import type { CommandLine, Written } from './command-line.ts'

/**
 * The kubelet’s command line, as a unit of systemd, what is dropped into one, or a file of variables tells it: flags in
 * variables, then those behind the program. What other files add to it is not known.
 */
export function commandLinesInUnit(text: string): readonly CommandLine[] {
  const words = [...text.matchAll(variables), ...text.matchAll(starts)].flatMap(({ index, 0: whole, groups }) => {
    const flags = groups?.flags ?? ''
    return wordsOf(flags, index + whole.length - flags.length)
  })
  const [first] = words
  return first ? [{ component: 'kubelet', words, program: first, isWhole: false }] : []
}

/** `Environment="NAME=--a --b"`, `NAME="--a --b"`, `NAME=--a`. */
const variables = /^[ \t]*(?:Environment=)?["']?[A-Z_]+=["']?(?<flags>--?[^\n"']*)/gm
/** `ExecStart=/usr/bin/kubelet --a $NAME`, with lines that go on behind a backslash. */
const starts = /^[ \t]*ExecStart=[-@:+!]*\S*\bkubelet[ \t]+(?<flags>(?:[^\n]*\\\n)*[^\n]*)/gm

function wordsOf(flags: string, from: number): readonly Written[] {
  return [...flags.matchAll(/[^\s\\"']+/g)].flatMap(({ index, 0: text }) => {
    const start = from + index
    // What a variable holds stands at its own place.
    return text.startsWith('$') ? [] : [{ text, path: [], range: { start, end: start + text.length } }]
  })
}
