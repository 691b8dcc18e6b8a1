import { parentPort, workerData } from 'node:worker_threads'
import { gradeLab } from '#engine/grade/grade-lab.ts'
import { loadLab } from '#engine/grade/load-lab.ts'
import { startWorld } from '#engine/grade/start-world.ts'
import { openTerminal } from '#engine/shell/open-terminal.ts'
import type { Limits } from './limits.ts'
import { serveJobs } from './worker/serve-jobs.ts'

/** A thread of the pool: `workerData` are its limits. */
if (parentPort !== null) serveJobs(parentPort, { gradeLab, loadLab, startWorld, openTerminal }, workerData as Limits)
