import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Surroundings } from './surroundings.ts'

/** Commands about labs need more of Breakwater than its command line; a sentence where that is alone. */
export function lacksForLabs({ root, workers }: Surroundings): string | undefined {
  const parts = [join(root, 'content/curriculum.yaml'), fileURLToPath(workers.shell), fileURLToPath(workers.prove)]
  if (parts.every(part => existsSync(part))) return undefined
  return 'What is about labs needs the folders of Breakwater, and this is its command line alone. Call it in a clone: npm run breakwater -- lab --help. “lint” and “eval” need nothing else.'
}
