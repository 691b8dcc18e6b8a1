import type { Kind } from './kind.ts'
import { alerts } from './kinds/alerts.ts'
import { answer } from './kinds/answer.ts'
import { audited } from './kinds/audited.ts'
import { file } from './kinds/file.ts'
import { reported } from './kinds/reported.ts'
import { runs } from './kinds/runs.ts'
import { serves } from './kinds/serves.ts'
import { starts } from './kinds/starts.ts'
import { syscalls } from './kinds/syscalls.ts'
import { valid } from './kinds/valid.ts'

/** Every kind of check, by its key in `lab.yaml`. */
export const kinds: ReadonlyMap<string, Kind> = new Map(
  Object.entries({ alerts, answer, audited, file, reported, runs, serves, starts, syscalls, valid }),
)
