import type { ExitCode } from '../surroundings.ts'

/** Hears with what code a command ended. */
export type Ended = (code: ExitCode) => void
