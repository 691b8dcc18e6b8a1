import { refused, sentence } from '../../files/errno.ts'
import { sourceOf } from '../../streams/stream.ts'
import { type Command, type CommandContext, failed, type Result } from '../command.ts'
import { parseAwk } from './parse.ts'
import { type AwkWorld, awkLeave, createMachine, type Machine } from './run.ts'
import type { AwkProblem, Program, Rule } from './syntax.ts'
import { fromOutside, numberOf, textOf } from './values.ts'

const usage = `Usage: awk [POSIX or GNU style options] -f progfile [--] file ...
Usage: awk [POSIX or GNU style options] [--] 'program' file ...
`

interface Given {
  readonly program: string
  readonly separator?: string
  readonly variables: readonly string[]
  readonly operands: readonly string[]
}

function given(args: readonly string[], context: CommandContext): Given | Result {
  const programs: string[] = []
  const variables: string[] = []
  let separator: string | undefined
  let index = 0
  for (; index < args.length; index++) {
    const arg = args[index] ?? ''
    if (arg === '--') {
      index++
      break
    }
    if (!/^-./.test(arg)) break
    const letter = arg[1] ?? ''
    if (!'Fvf'.includes(letter)) return failed(`awk: invalid option -- '${letter}'\n${usage}`, 1)
    const value = arg.length > 2 ? arg.slice(2) : (args[++index] ?? '')
    if (letter === 'F') separator = value
    else if (letter === 'v') variables.push(value)
    else {
      const text = context.files.read(context.at(value))
      if (refused(text))
        return failed(`awk: fatal: cannot open source file \`${value}' for reading: ${sentence(text.errno)}\n`, 2)
      programs.push(text)
    }
  }
  const operands = args.slice(index)
  if (programs.length > 0)
    return { program: programs.join('\n'), variables, operands, ...(separator === undefined ? {} : { separator }) }
  const [program, ...rest] = operands
  if (program === undefined) return failed(usage, 1)
  return { program, variables, operands: rest, ...(separator === undefined ? {} : { separator }) }
}

const unescaped = (text: string) =>
  text.replace(/\\(.)/gs, (all, char: string) => ({ n: '\n', t: '\t', '\\': '\\', '"': '"', '/': '/' })[char] ?? all)

function complaint({ problem, at }: AwkProblem, text: string): string {
  const before = text.slice(0, at).split('\n')
  const line = text.split('\n')[before.length - 1] ?? ''
  const mark = `awk: cmd. line:${before.length}: `
  return `${mark}${line}\n${mark}${' '.repeat((before.at(-1) ?? '').length)}^ ${problem}\n`
}

export const awk: Command = async (args, context) => {
  const told = given(args, context)
  if ('exitCode' in told) return told
  const program = parseAwk(told.program)
  if ('problem' in program) return failed(complaint(program, told.program), 1)
  return run(program, told, context)
}

async function run(program: Program, told: Given, context: CommandContext): Promise<Result> {
  const out: string[] = []
  const sent = new Map<string, string[]>()
  const started = new Set<string>()
  const lines: string[] = []
  let problem: string | undefined
  let random = 1
  const world: AwkWorld = {
    clock: context.world.clock,
    print: text => void out.push(text),
    send: (sign, target, text) => {
      if (sign === '|') {
        const waiting = sent.get(target) ?? []
        sent.set(target, [...waiting, text])
        return
      }
      if (target === '/dev/stdout') return void out.push(text)
      if (target === '/dev/stderr') return void errors.push(text)
      const mode = 0o666 & ~context.umask
      const why =
        sign === '>' && !started.has(target)
          ? context.files.write(context.at(target), text, mode)
          : context.files.append(context.at(target), text, mode)
      started.add(target)
      if (why) throw { fatal: `cannot redirect to \`${target}': ${sentence(why)}` }
    },
    close: target => {
      started.delete(target)
      return 0
    },
    readFile: path => {
      const text = context.files.read(context.at(path))
      return refused(text) ? undefined : text
    },
    nextLine: () => lines.shift(),
    warn: text => void errors.push(text),
    random: () => {
      // gawk's numbers differ; what counts is that they are the same each time.
      random = (random * 48_271 + Math.trunc(machine.seed)) % 2_147_483_647
      return random / 2_147_483_647
    },
  }
  const errors: string[] = []
  const machine = createMachine(program, world)
  const flush = async () => {
    if (errors.length > 0) await context.stderr.write(errors.splice(0).join(''))
    if (out.length > 0) await context.stdout.write(out.splice(0).join(''))
    await context.work(machine.steps() * 16)
  }
  const assign = (text: string) => {
    const cut = text.indexOf('=')
    machine.set(text.slice(0, cut), fromOutside(unescaped(text.slice(cut + 1))))
  }
  for (const text of told.variables) assign(text)
  if (told.separator !== undefined) machine.set('FS', told.separator === 't' ? '\t' : unescaped(told.separator))
  const environment = machine.list('ENVIRON')
  for (const [name, value] of context.env) environment.set(name, fromOutside(value))
  const argv = machine.list('ARGV')
  ;['awk', ...told.operands].forEach((arg, index) => void argv.set(String(index), fromOutside(arg)))
  machine.set('ARGC', told.operands.length + 1)

  let exitCode = 0
  let exited = false
  let unreadable = false
  const guarded = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (thrown) {
      if (typeof thrown === 'object' && thrown !== null && 'fatal' in thrown) {
        problem = String(thrown.fatal)
        exited = true
        exitCode = 2
        return
      }
      const leave = awkLeave(thrown)
      if (leave?.awk !== 'exit') throw thrown
      if (leave.value !== undefined) exitCode = numberOf(leave.value) & 0xff
      exited = true
    }
  }
  const rulesOf = (when: 'begin' | 'end') => program.rules.filter(rule => rule.when === when)
  await guarded(async () => {
    for (const rule of rulesOf('begin')) if (rule.body) machine.execute(rule.body)
  })
  await flush()
  const main = program.rules.filter(rule => rule.when !== 'begin' && rule.when !== 'end')
  const reads = main.length > 0 || rulesOf('end').length > 0
  if (!exited && reads)
    await guarded(async () => {
      const operands = [...Array(Math.max(numberOf(machine.get('ARGC')) - 1, 0)).keys()]
        .map(index => textOf(argv.get(String(index + 1))))
        .filter(Boolean)
      const files = operands.filter(operand => !/^[A-Za-z_]\w*=/.test(operand))
      const active = new Set<Rule>()
      for (const operand of files.length > 0 ? operands : [...operands, '-']) {
        if (/^[A-Za-z_]\w*=/.test(operand)) {
          assign(operand)
          continue
        }
        const text = operand === '-' ? await context.input() : context.files.read(context.at(operand))
        if (refused(text)) {
          const named = `\`${operand}'`
          errors.push(
            text.errno === 'EISDIR'
              ? `awk: warning: command line argument ${named} is a directory: skipped\n`
              : `awk: fatal: cannot open file ${named} for reading: ${sentence(text.errno)}\n`,
          )
          if (text.errno !== 'EISDIR') {
            exitCode = 2
            unreadable = true
            return
          }
          continue
        }
        machine.set('FILENAME', operand === '-' ? '' : operand)
        machine.set('FNR', 0)
        lines.splice(0, lines.length, ...recordsOf(text, textOf(machine.get('RS')), machine))
        await records(main, active, machine, lines, flush)
      }
    })
  await flush()
  // After `exit` the END rules run, after a fatal error they do not.
  if (problem === undefined && !unreadable)
    await guarded(async () => {
      for (const rule of rulesOf('end')) if (rule.body) machine.execute(rule.body)
    })
  await flush()
  for (const [command, texts] of sent) await context.shell(command, { stdin: sourceOf(texts.join('')) })
  if (problem !== undefined)
    return failed(`awk: cmd. line:1: ${problem.startsWith('division') ? 'error' : 'fatal'}: ${problem}\n`, 2)
  return { stdout: '', stderr: '', exitCode }
}

async function records(
  rules: readonly Rule[],
  active: Set<Rule>,
  machine: Machine,
  lines: string[],
  flush: () => Promise<void>,
): Promise<void> {
  let sinceFlush = 0
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    machine.set('NR', numberOf(machine.get('NR')) + 1)
    machine.set('FNR', numberOf(machine.get('FNR')) + 1)
    machine.setRecord(line)
    try {
      for (const rule of rules) {
        if (!selects(rule, active, machine)) continue
        machine.execute(rule.body ?? { kind: 'print', args: [], format: false })
      }
    } catch (thrown) {
      const leave = awkLeave(thrown)
      if (leave?.awk === 'nextfile') return void lines.splice(0)
      if (leave?.awk !== 'next') throw thrown
    }
    sinceFlush += line.length + 64
    if (sinceFlush > 20_000) {
      sinceFlush = 0
      await flush()
    }
  }
}

function selects(rule: Rule, active: Set<Rule>, machine: Machine): boolean {
  if (rule.when === 'always') return true
  if (typeof rule.when === 'string') return false
  if (!rule.until) return machine.matchesRecord(rule.when)
  if (!active.has(rule) && !machine.matchesRecord(rule.when)) return false
  if (machine.matchesRecord(rule.until)) active.delete(rule)
  else active.add(rule)
  return true
}

function recordsOf(text: string, separator: string, machine: Machine): string[] {
  if (text === '') return []
  if (separator === '') return text.replace(/^\n+|\n+$/g, '').split(/\n{2,}/)
  if (separator.length === 1) {
    const parts = text.split(separator)
    if (parts.at(-1) === '' || (separator !== '\n' && parts.at(-1) === '\n')) parts.pop()
    else if (separator !== '\n') parts.push((parts.pop() ?? '').replace(/\n$/, ''))
    return parts
  }
  const regex = machine.regexOf(separator)
  const out: string[] = []
  let from = 0
  for (let match = regex.find(text, 0); match && match.end > match.start; match = regex.find(text, match.end)) {
    out.push(text.slice(from, match.start))
    from = match.end
  }
  const rest = text.slice(from).replace(/\n$/, '')
  return rest === '' ? out : [...out, rest]
}
