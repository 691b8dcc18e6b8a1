import { argsStage, flagsStage, loggingStage } from '../common-stages.ts'
import { failureOf, readEmulated, withEmulated } from '../emulation.ts'
import type { Files } from '../files.ts'
import type { Judged } from '../judged.ts'
import { runStages, type Stages } from '../run-stages.ts'
import { kubeApiserverFlags } from '../tables/kube-apiserver.ts'
import { complete } from './complete.ts'
import { config } from './config.ts'
import { start } from './start.ts'
import { validate } from './validate.ts'

/** What kube-apiserver v1.35 makes of its command line, as far as its configuration goes; it does not run. */
export function judgeApiServer(words: readonly string[], files: Files): Judged {
  return runStages(words, kubeApiserverFlags, stages(files))
}

/** The same until it serves, with storage that answers. */
export function judgeApiServerStart(words: readonly string[], files: Files): Judged {
  return runStages(words, kubeApiserverFlags, [...stages(files), ['start', options => start(options, files)]])
}

function stages(files: Files): Stages {
  return [
    ['flags', options => flagsStage(options)],
    ['args', options => argsStage('kube-apiserver', options)],
    ['featureGates', options => failureOf(readEmulated(options))],
    ['logging', options => withEmulated(options, ({ gates }) => loggingStage(options, gates))],
    ['complete', options => complete(options, files)],
    ['validate', options => withEmulated(options, emulated => validate(options, files, emulated))],
    ['config', options => config(options, files)],
  ]
}
