import { generator } from '#engine/validation/fixtures/generator.ts'
import { fixtureHost, minimal } from '#engine/validation/flags/fixtures/host.ts'
import { judges } from '#engine/validation/flags/judge-flags.ts'
import { growing, measurable, mixed } from './subject.ts'

const flags: readonly ((i: number) => string)[] = [
  i => `--audit-log-maxage=${i % 90}`,
  i => `--event-ttl=${(i % 9) + 1}h`,
  i => `--max-requests-inflight=${100 + i}`,
  () => '--profiling=false',
  i => `--v=${i % 6}`,
  () => '--tls-min-version=VersionTLS12',
  () => '--enable-admission-plugins=NodeRestriction',
]

function judge(words: readonly string[]) {
  const judged = judges['kube-apiserver']?.([...(minimal['kube-apiserver'] ?? []), ...words], fixtureHost)
  if (!judged || 'undecided' in judged) throw new Error(judged?.undecided ?? 'There is no such component.')
  return judged
}

/** A command line is judged as a whole, so its words are what is asked, too. */
export const commandLines = [
  measurable<readonly string[], string>({
    name: 'flags of kube-apiserver',
    sizes: growing,
    files: count => Array.from({ length: count }, (_, i) => flags[i % flags.length]?.(i) ?? ''),
    compile(words) {
      const judged = judge(words)
      if (!judged.ok) throw new Error(`refused: ${judged.error}`)
      return words
    },
    rates: [
      {
        of: 'command lines judged',
        sizes: [10, 100, 1_000],
        questions(count) {
          const { one, next, times } = generator(47)
          const last = () => one([`--audit-log-maxsize=${next(999)}`, `--no-such-flag-${next(99)}`, `--v=x${next(99)}`])
          return times(count < 1_000 ? mixed : 64, last)
        },
        ask: (words, last) => (judge([...words, last]).ok ? 1 : 0),
      },
    ],
  }),
]
