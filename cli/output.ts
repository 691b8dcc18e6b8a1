import { open } from 'node:fs/promises'

export const reporters = ['text', 'json', 'junit'] as const

export interface ReportOptions {
  readonly reporter: (typeof reporters)[number]
  /** The file for the report; without one it goes to the terminal. */
  readonly output?: string
}

/** A file that can be written to, opened before the work begins; a sentence when it cannot, undefined when none is wanted. */
export async function openOutput(
  path: string | undefined,
): Promise<{ write(text: string): Promise<void> } | string | undefined> {
  if (path === undefined) return undefined
  try {
    const file = await open(path, 'w')
    return {
      async write(text) {
        await file.writeFile(text)
        await file.close()
      },
    }
  } catch (fault) {
    const why = fault instanceof Error && 'code' in fault ? ` (${String(fault.code)})` : ''
    return `The report cannot be written to ${path}${why}. Name a file in a folder that is there and that you may write to.`
  }
}
