import type { Regex } from '../../regex/posix.ts'
import type { Address, SedCommand, SedScript, Substitution } from './script.ts'

/** What a running script may do to the outside. */
export interface SedWorld {
  readonly quiet: boolean
  readonly end: string
  /** The next line of input and whether it ended with a line end; undefined after the last. */
  next(): { readonly text: string; readonly ended: boolean } | undefined
  isLast(): boolean
  print(text: string): void
  readFile(path: string): string
  writeFile(path: string, text: string): void
  fileName(): string
  step(characters: number): Promise<void> | void
}

/** Runs a script over the input; the exit code of `q`. */
export async function execute(
  script: SedScript,
  world: SedWorld,
): Promise<{ readonly exitCode: number; readonly quit: boolean }> {
  const { commands, labels } = script
  let hold = ''
  let line = 0
  let last: Regex | undefined
  const quiet = world.quiet || script.quiet
  let pattern = ''
  let ended = true
  let appended: (() => void)[] = []
  let again = false

  const read = (): boolean => {
    const found = world.next()
    if (!found) return false
    line++
    pattern = found.text
    ended = found.ended
    return true
  }
  const print = (text: string, withEnd = ended) => world.print(text + (withEnd ? world.end : ''))
  const flush = () => {
    for (const act of appended) act()
    appended = []
  }
  const lastOf = (regex: Regex | undefined) => {
    last = regex ?? last
    return last
  }
  const meets = (address: Address): boolean => {
    switch (address.kind) {
      case 'line':
        return line === address.line
      case 'step':
        return address.step <= 0
          ? line === address.first
          : line >= address.first && (line - address.first) % address.step === 0
      case 'last':
        return world.isLast()
      case 'regex':
        return lastOf(address.regex)?.test(pattern) ?? false
      default:
        return false
    }
  }
  const selects = (command: SedCommand): boolean => {
    if (!command.from) return true
    if (!command.to) return meets(command.from)
    if (command.active !== undefined) return inRange(command, command.to)
    if (command.from.kind === 'line' && command.from.line === 0) {
      if (line === 1) {
        command.active = 0
        return inRange(command, command.to)
      }
      return false
    }
    if (!meets(command.from)) return false
    const { to } = command
    const until =
      to.kind === 'line'
        ? to.line
        : to.kind === 'more'
          ? line + to.lines
          : to.kind === 'multiple'
            ? to.of <= 0
              ? line
              : Math.ceil(line / to.of) * to.of
            : undefined
    command.active = until === undefined ? Number.POSITIVE_INFINITY : until
    if (until !== undefined && until <= line) command.active = undefined
    if (to.kind === 'last' && world.isLast()) command.active = undefined
    return true
  }
  const inRange = (command: SedCommand, to: Address): boolean => {
    const until = command.active ?? 0
    if (to.kind === 'regex') {
      if (meets(to)) command.active = undefined
      return true
    }
    if (to.kind === 'last') {
      if (world.isLast()) command.active = undefined
      return true
    }
    if (line >= until) command.active = undefined
    return line <= until
  }

  cycle: for (;;) {
    if (!again && !read()) break
    again = false
    let substituted = false
    const waits = world.step(pattern.length + 64)
    if (waits) await waits
    for (let at = 0; at < commands.length; at++) {
      const command = commands[at]
      if (!command) break
      if (selects(command) === command.negated) {
        if (command.name === '{' && command.end !== undefined) at = command.end
        continue
      }
      switch (command.name) {
        case 's': {
          if (!command.substitution) break
          const regex = lastOf(command.substitution.regex)
          const done = regex ? substitute(pattern, regex, command.substitution) : undefined
          if (done === undefined) break
          pattern = done
          substituted = true
          if (command.substitution.print) print(pattern)
          if (command.substitution.file !== undefined) world.writeFile(command.substitution.file, `${pattern}\n`)
          break
        }
        case 'y':
          pattern = [...pattern].map(char => command.map?.get(char) ?? char).join('')
          break
        case 'p':
          print(pattern, true)
          break
        case 'P':
          print(pattern.split('\n')[0] ?? '', true)
          break
        case 'd':
          flush()
          continue cycle
        case 'D': {
          const cut = pattern.indexOf('\n')
          flush()
          if (cut < 0) continue cycle
          pattern = pattern.slice(cut + 1)
          again = true
          continue cycle
        }
        case 'n':
          if (world.isLast()) {
            if (!quiet) print(pattern)
            flush()
            return { exitCode: 0, quit: false }
          }
          if (!quiet) print(pattern)
          flush()
          read()
          break
        case 'N': {
          if (world.isLast()) {
            if (!quiet) print(pattern)
            flush()
            return { exitCode: 0, quit: false }
          }
          const before = pattern
          flush()
          read()
          pattern = `${before}\n${pattern}`
          break
        }
        case 'g':
          pattern = hold
          break
        case 'G':
          pattern += `\n${hold}`
          break
        case 'h':
          hold = pattern
          break
        case 'H':
          hold += `\n${pattern}`
          break
        case 'x': {
          const other = hold
          hold = pattern
          pattern = other
          break
        }
        case 'z':
          pattern = ''
          break
        case '=':
          world.print(`${line}\n`)
          break
        case 'F':
          world.print(`${world.fileName()}\n`)
          break
        case 'l':
          world.print(unambiguous(pattern, command.number || 70))
          break
        case 'a': {
          const text = command.text ?? ''
          appended.push(() => world.print(text))
          break
        }
        case 'i':
          world.print(command.text ?? '')
          break
        case 'c':
          if (command.to && !command.negated && command.active !== undefined) {
            flush()
            continue cycle
          }
          world.print(command.text ?? '')
          flush()
          continue cycle
        case 'r': {
          const path = command.text ?? ''
          appended.push(() => world.print(world.readFile(path)))
          break
        }
        case 'w':
          world.writeFile(command.text ?? '', `${pattern}\n`)
          break
        case 'W':
          world.writeFile(command.text ?? '', `${pattern.split('\n')[0] ?? ''}\n`)
          break
        case 'q':
          if (!quiet) print(pattern)
          flush()
          return { exitCode: command.number ?? 0, quit: true }
        case 'Q':
          return { exitCode: command.number ?? 0, quit: true }
        case 'b':
        case 't':
        case 'T': {
          const jump = command.name === 'b' || (command.name === 't') === substituted
          if (command.name !== 'b') substituted = false
          if (!jump) break
          const pause = world.step(pattern.length + 64)
          if (pause) await pause
          at = command.label ? (labels.get(command.label) ?? commands.length) : commands.length
          break
        }
        default:
      }
    }
    if (!quiet) print(pattern)
    flush()
  }
  return { exitCode: 0, quit: false }
}

function substitute(text: string, regex: Regex, { replacement, all, nth }: Substitution): string | undefined {
  let out = ''
  let from = 0
  let count = 0
  let at = 0
  let previousEnd = -1
  while (at <= text.length) {
    const match = regex.find(text, at)
    if (!match) break
    const empty = match.end === match.start
    if (empty && match.start === previousEnd) {
      if (match.start >= text.length) break
      at = match.start + 1
      continue
    }
    count++
    previousEnd = match.end
    if (count >= nth) {
      out += text.slice(from, match.start) + fill(replacement, match.groups)
      from = match.end
      if (!all) break
    }
    at = empty ? match.end + 1 : match.end
    if (empty && match.end >= text.length) break
    if (empty) at = match.end + 1
  }
  if (count < nth) return undefined
  return out + text.slice(from)
}

function fill(parts: Substitution['replacement'], groups: readonly (string | undefined)[]): string {
  let out = ''
  let all: 'U' | 'L' | 'E' = 'E'
  let one: 'u' | 'l' | undefined
  for (const part of parts) {
    if ('change' in part) {
      if (part.change === 'u' || part.change === 'l') one = part.change
      else all = part.change
      continue
    }
    let text = 'text' in part ? part.text : (groups[part.group] ?? '')
    if (all === 'U') text = text.toUpperCase()
    else if (all === 'L') text = text.toLowerCase()
    if (one && text !== '') {
      text = (one === 'u' ? text.slice(0, 1).toUpperCase() : text.slice(0, 1).toLowerCase()) + text.slice(1)
      one = undefined
    }
    out += text
  }
  return out
}

const named: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
}

function unambiguous(text: string, width: number): string {
  const units = [...text].flatMap(char => {
    const known = named[char]
    if (known) return [known]
    const code = char.codePointAt(0) ?? 0
    if (code >= 32 && code < 127) return [char]
    const bytes = code >= 0xdc80 && code <= 0xdcff ? [code - 0xdc00] : [...new TextEncoder().encode(char)]
    return bytes.map(byte => `\\${byte.toString(8).padStart(3, '0')}`)
  })
  let out = ''
  let column = 0
  for (const unit of units) {
    if (width > 1 && column + unit.length > width - 1) {
      out += '\\\n'
      column = 0
    }
    out += unit
    column += unit.length
  }
  return `${out}$\n`
}
