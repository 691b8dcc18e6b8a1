import type { Files } from './files.ts'
import type { Judged } from './judged.ts'
import { judgeApiServer } from './kube-apiserver/judge.ts'
import { judgeControllerManager } from './kube-controller-manager.ts'
import { judgeScheduler } from './kube-scheduler.ts'
import { judgeKubelet } from './kubelet/judge.ts'

/** A component of Kubernetes, what it makes of a command line without the program's name. None of them throws. */
export const judges: Readonly<Record<string, (words: readonly string[], files: Files) => Judged>> = {
  'kube-apiserver': judgeApiServer,
  'kube-controller-manager': judgeControllerManager,
  'kube-scheduler': judgeScheduler,
  kubelet: judgeKubelet,
}
