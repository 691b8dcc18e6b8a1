import type { Arch } from './profile.ts'
import { syscallTable } from './syscall-table.ts'

/** Numbers of x32 carry this bit, which is how the kernel tells them from those of x86_64. */
export const X32_BIT = 0x40000000

const columns: readonly Arch[] = ['x86_64', 'x86', 'aarch64', 'arm', 'x32']
const numbers: Readonly<Record<Arch, Map<string, number>>> = readTable()
const names: Readonly<Record<Arch, Map<number, string>>> = {
  x86_64: turned(numbers.x86_64),
  x86: turned(numbers.x86),
  aarch64: turned(numbers.aarch64),
  arm: turned(numbers.arm),
  x32: turned(numbers.x32),
}
const known: ReadonlySet<string> = new Set(columns.flatMap(arch => [...numbers[arch].keys()]))

/** Whether libseccomp 2.6.0 knows the name on any of the tables. Others are skipped by the runtime without a word. */
export function isSyscall(name: string): boolean {
  return known.has(name)
}

/** All names on all tables. */
export function allSyscalls(): readonly string[] {
  return [...known]
}

/** All names that exist on this table, by number. */
export function syscallsOf(arch: Arch): readonly string[] {
  return [...numbers[arch].entries()].sort(([, a], [, b]) => a - b).map(([name]) => name)
}

/** The number of a call; for x32 with its bit. Undefined when the name does not exist on this table. */
export function syscallNumber(arch: Arch, name: string): number | undefined {
  return numbers[arch].get(name)
}

/** The name behind a number; for x32 with its bit. */
export function syscallName(arch: Arch, number: number): string | undefined {
  return names[arch].get(number)
}

function readTable(): Record<Arch, Map<string, number>> {
  const table = { x86_64: new Map(), x86: new Map(), aarch64: new Map(), arm: new Map(), x32: new Map() }
  for (const line of syscallTable.trim().split('\n')) {
    const [name = '', x8664 = '-', x86 = '-', aarch64 = '-', arm = '=', x32 = '='] = line.split(' ')
    const cells: Record<Arch, string> = {
      x86_64: x8664,
      x86,
      aarch64,
      arm: arm === '=' ? x86 : arm,
      x32: x32 === '=' ? x8664 : x32,
    }
    for (const arch of columns) {
      if (cells[arch] !== '-') table[arch].set(name, Number(cells[arch]) + (arch === 'x32' ? X32_BIT : 0))
    }
  }
  return table
}

function turned(map: ReadonlyMap<string, number>): Map<number, string> {
  return new Map([...map].map(([name, number]) => [number, name]))
}
