/** A command with what it printed, without colours. */
export interface Block {
  readonly id: number
  /** "candidate@base:~$" */
  readonly prompt: string
  readonly text: string
  readonly lines: readonly string[]
  readonly running: boolean
}

/** The last commands of one terminal, oldest first. */
export interface Blocks {
  get(): readonly Block[]
  /** Takes the past over: after a reload, undo, redo and reset. */
  replace(past: readonly { readonly prompt: string; readonly text: string; readonly output: string }[]): void
  begin(prompt: string, text: string): void
  add(output: string): void
  end(): void
  /** Forgets a command that was not run, because more lines of it are to come. */
  drop(): void
  subscribe(listener: () => void): () => void
}

/** How many commands are kept, and how many characters of each: the last ones. */
const commandsAtMost = 50
const charactersAtMost = 500_000
/** A stream of output is told of in pieces, in milliseconds. */
const patience = 300

export function createBlocks(): Blocks {
  let blocks: readonly Block[] = []
  let ids = 0
  let raw = ''
  let told: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  const put = (next: readonly Block[]) => {
    blocks = next.slice(-commandsAtMost)
    clearTimeout(told)
    told = undefined
    for (const listener of [...listeners]) listener()
  }
  const last = (change: Pick<Block, 'running'>) => {
    const block = blocks.at(-1)
    if (block?.running) put([...blocks.slice(0, -1), { ...block, ...change, lines: plainLines(raw) }])
  }

  return {
    get: () => blocks,
    replace: past =>
      put(
        past.map(({ prompt, text, output }) => ({
          id: ++ids,
          prompt,
          text,
          lines: plainLines(output),
          running: false,
        })),
      ),
    begin(prompt, text) {
      raw = ''
      put([...blocks, { id: ++ids, prompt, text, lines: [], running: true }])
    },
    add(output) {
      raw = (raw + output).slice(-charactersAtMost)
      told ??= setTimeout(() => last({ running: true }), patience)
    },
    end: () => last({ running: false }),
    drop: () => put(blocks.filter(it => !it.running)),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const esc = String.fromCharCode(27)
const sequences = new RegExp(`${esc}(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^\u0007]*\u0007|[^[\\]])`, 'g')

/** What is left of an output without colours and movements of the cursor; a line that was written over is its last text. */
export function plainLines(output: string): readonly string[] {
  const text = output.replace(sequences, '').replace(/\r+\n/g, '\n').replace(/\n+$/, '')
  if (text === '') return []
  return text.split('\n').map(line => line.slice(line.replace(/\r+$/, '').lastIndexOf('\r') + 1).replace(/\r+$/, ''))
}

/** More lines than this are not read out in one go. */
export const longOutput = 200
const linesOfPart = 50

export interface Part {
  /** Counted from 1, both included. */
  readonly from: number
  readonly to: number
  readonly text: string
}

/** An output in pieces that can be read one after another; a short one is one piece, none has no piece. */
export function partsOf(lines: readonly string[]): readonly Part[] {
  if (lines.length === 0) return []
  const size = lines.length > longOutput ? linesOfPart : lines.length
  return Array.from({ length: Math.ceil(lines.length / size) }, (_, index) => {
    const from = index * size
    const to = Math.min(from + size, lines.length)
    return { from: from + 1, to, text: lines.slice(from, to).join('\n') }
  })
}

/** "no output", "1 line", or what is said of an output too long to be read out. */
export function lengthWords(lines: number): string {
  if (lines === 0) return 'no output'
  if (lines <= longOutput) return lines === 1 ? '1 line' : `${lines} lines`
  return `${lines} lines; press Alt+Up to read by block`
}
