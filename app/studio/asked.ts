import { readLine } from '#components/studio/shown-lines.ts'

type Sent = Readonly<Record<string, string | string[] | undefined>>

/** What the address of a Studio page asks for; of what is said twice the first counts. */
export async function askedOf(searchParams: Promise<Sent>) {
  const sent = await searchParams
  const one = (name: string) => {
    const value = sent[name]
    return typeof value === 'object' ? value[0] : value
  }
  return {
    version: one('version') ?? '',
    file: one('file'),
    line: readLine(one('line')),
    remove: one('remove') !== undefined,
  }
}
