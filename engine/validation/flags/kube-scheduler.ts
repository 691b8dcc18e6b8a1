import { argsStage, flagsStage, loggingStage, metricsProblems } from './common-stages.ts'
import { kubeconfig } from './configs/kubeconfig.ts'
import { readSchedulerConfig, type SchedulerConfig } from './configs/scheduler-config.ts'
import { delegatedAccess, requestHeaderProblems } from './delegated.ts'
import { type Emulated, emulationProblems, failureOf, readEmulated, withEmulated } from './emulation.ts'
import type { Files } from './files.ts'
import { fails, gathered, inTurn, type Judged, type Outcome } from './judged.ts'
import type { Options } from './options.ts'
import { runStages } from './run-stages.ts'
import { kubeSchedulerFlags } from './tables/kube-scheduler.ts'
import { securePort, serving } from './tls.ts'

/** What kube-scheduler v1.35 makes of its command line, as far as its configuration goes; it does not run. */
export function judgeScheduler(words: readonly string[], files: Files): Judged {
  return runStages(words, kubeSchedulerFlags, [
    ['flags', options => flagsStage(options)],
    ['args', options => argsStage('kube-scheduler', options)],
    ['featureGates', options => failureOf(readEmulated(options))],
    ['logging', options => withEmulated(options, ({ gates }) => loggingStage(options, gates))],
    ['validate', options => withEmulated(options, emulated => validate(options, emulated))],
    ['config', options => config(options, files)],
  ])
}

function validate(options: Options, emulated: Emulated): Outcome {
  return gathered([
    ...securePort(options, true),
    ...requestHeaderProblems(options, emulated.gates),
    ...metricsProblems(options),
    ...emulationProblems(emulated),
  ])
}

function config(options: Options, files: Files): Outcome {
  const path = options.text('config')
  let file: SchedulerConfig | undefined
  return inTurn([
    () => {
      const read = path === '' ? undefined : readSchedulerConfig(path, options, files)
      if (!read || !('kubeconfig' in read)) return read
      file = read
      return undefined
    },
    () => {
      const flag = file ? 'config' : 'kubeconfig'
      return kubeconfig(files, file?.kubeconfig ?? options.text('kubeconfig'), flag, options.text('master'))
    },
    () => (options.whole('secure-port') === 0n ? undefined : serving(options, files)),
    () => delegatedAccess(options, files),
    () => lock(options),
  ])
}

/** What the scheduler takes to see that only one of several works. */
function lock(options: Options): Outcome {
  const flag = 'leader-elect-resource-lock'
  const asked = options.text(flag)
  if (!options.bool('leader-elect') || asked === 'leases') return undefined
  const isOld = ['endpoints', 'configmaps', 'endpointsleases', 'configmapsleases'].includes(asked)
  const verb = asked === 'configmapsleases' ? 'migrated' : 'migrate'
  const words = isOld ? `${asked} lock is removed, ${verb} to leases` : `Invalid lock-type ${asked}`
  return fails(`couldn't create resource lock: ${words}`, flag)
}
