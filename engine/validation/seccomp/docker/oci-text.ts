import type { SeccompEntry, SeccompProfile } from '../profile.ts'

/** A profile as JSON in the OCI dialect, one entry a line, with 64-bit numbers as they are. Entries without names are left out. */
export function ociText({ syscalls, ...head }: SeccompProfile): string {
  const { defaultAction, defaultErrnoRet, architectures, flags, listenerPath } = head
  const members = [
    `"defaultAction": ${JSON.stringify(defaultAction)}`,
    ...(defaultErrnoRet === undefined ? [] : [`"defaultErrnoRet": ${defaultErrnoRet}`]),
    ...(architectures.length > 0 ? [`"architectures": ${JSON.stringify(architectures)}`] : []),
    ...(flags.length > 0 ? [`"flags": ${JSON.stringify(flags)}`] : []),
    ...(listenerPath === '' ? [] : [`"listenerPath": ${JSON.stringify(listenerPath)}`]),
  ]
  const entries = syscalls.filter(it => it.names.length > 0).map(it => `    ${entryText(it)}`)
  if (entries.length > 0) members.push(`"syscalls": [\n${entries.join(',\n')}\n  ]`)
  return `{\n${members.map(it => `  ${it}`).join(',\n')}\n}\n`
}

function entryText({ names, action, errnoRet, args }: SeccompEntry): string {
  const parts = [`"names": ${JSON.stringify(names)}`, `"action": ${JSON.stringify(action)}`]
  if (errnoRet !== undefined) parts.push(`"errnoRet": ${errnoRet}`)
  const written = args.map(
    it => `{"index": ${it.index}, "value": ${it.value}, "valueTwo": ${it.valueTwo}, "op": ${JSON.stringify(it.op)}}`,
  )
  if (args.length > 0) parts.push(`"args": [${written.join(', ')}]`)
  return `{${parts.join(', ')}}`
}
