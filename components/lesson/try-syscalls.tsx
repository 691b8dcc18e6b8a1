import { parseCall } from './call.ts'
import { CodeLine } from './code-lines.tsx'
import { decideCall } from './decide-call.ts'
import { highlight } from './highlight.ts'
import { TrySyscallsLive } from './try-syscalls-live.tsx'

interface TrySyscallsProps {
  /** The profile's file name, and its text. */
  readonly name: string
  readonly text: string
  /** The call that is asked first, and those offered beside it: `unshare`, `clone(0x10000000)`. */
  readonly ask: string
  readonly calls: readonly string[]
}

/** Try a system call against a profile. The first answer is in the page; the engine comes when another call is chosen. */
export async function TrySyscalls({ name, text, ask, calls }: TrySyscallsProps) {
  const lines = await highlight(text.trimEnd(), 'json')
  const first = parseCall(ask)
  return (
    <TrySyscallsLive
      name={name.replace(/^.*\//, '')}
      text={text}
      lines={lines.map((tokens, at) => (
        // The lines of a file never change places.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <CodeLine key={at} tokens={tokens} />
      ))}
      calls={[...new Set([ask, ...calls].filter(Boolean))]}
      first={first && { call: ask, verdict: decideCall(text, first) }}
    />
  )
}
