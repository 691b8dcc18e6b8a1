import { parentPort } from 'node:worker_threads'
import { serveTrials } from './prove/serve-trials.ts'

/** A thread that proves labs. */
if (parentPort !== null) serveTrials(parentPort)
