import type { MessagePort } from 'node:worker_threads'
import type { LabSource } from '#engine/grade/lab-source.ts'
import { loadLab } from '#engine/grade/load-lab.ts'
import type { FromTrialThread, TrialJob } from './messages.ts'
import { tryHere } from './trial.ts'

/** Takes trials from the pool and answers each with `tried` or `failed`. Labs are kept: their worlds are built once. */
export function serveTrials(port: MessagePort): void {
  const sources = new Map<string, LabSource>()
  const post = (message: FromTrialThread) => port.postMessage(message)

  const sourceOf = ({ labId, filesHash, files }: TrialJob): LabSource => {
    const key = `${labId} ${filesHash}`
    const source = sources.get(key) ?? (files && loadLab(labId, files).source)
    if (!source) throw new Error(`The files of ${labId} did not reach the thread, or cannot be used.`)
    sources.set(key, source)
    return source
  }

  port.on('message', async (job: TrialJob) => {
    try {
      const lab = sourceOf(job).variant(job.variant)
      post({ kind: 'tried', tried: await tryHere(lab, job.script, () => post({ kind: 'line' })) })
    } catch (fault) {
      post({ kind: 'failed', message: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) })
    }
  })
  post({ kind: 'ready' })
}
