import type { z } from 'zod'
import type { ApiServer } from '../cluster/api-server.ts'
import type { World } from '../cluster/world.ts'
import type { Path } from '../yaml/range.ts'
import type { Outcome } from './report.ts'

/** What a check may look at. */
export interface Context {
  readonly world: World
  /** The lab's host, for checks that name none. */
  readonly host: string
  /** File below `probes/` → text. */
  readonly probes: ReadonlyMap<string, string>
  /** The API server in force, worked out once per report. */
  apiServer(): ApiServer
}

/** Something wrong with what an author wrote under a kind's key; `path` leads on from there. */
export interface Fault {
  readonly path: Path
  readonly message: string
}

/** One kind of check. Its name is its key in `lab.yaml`; `kinds.ts` lists them. */
export interface Kind {
  readonly schema: z.ZodType
  /** What the schema cannot tell; only asked when the schema holds. */
  faults(expectation: unknown, probes: ReadonlyMap<string, string>): readonly Fault[]
  /** Never throws for what a learner wrote. */
  grade(expectation: unknown, context: Context): Outcome
}

/** Ties a schema to the functions that take what it yields. */
export function defineKind<E>(of: {
  readonly schema: z.ZodType<E>
  readonly faults?: (expectation: E, probes: ReadonlyMap<string, string>) => readonly Fault[]
  readonly grade: (expectation: E, context: Context) => Outcome
}): Kind {
  return {
    schema: of.schema,
    faults: (expectation, probes) => of.faults?.(of.schema.parse(expectation), probes) ?? [],
    grade: (expectation, context) => of.grade(of.schema.parse(expectation), context),
  }
}
