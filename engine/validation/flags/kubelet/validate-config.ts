import { validate } from '../../kubelet-config/validate.ts'
import type { Files } from '../files.ts'
import { gathered, type Outcome } from '../judged.ts'
import type { Options } from '../options.ts'
import { configFile, dropIns } from './config-file.ts'
import { effectiveConfig, flagOfField } from './effective.ts'
import { wholeConfig } from './in-force.ts'

/** What the kubelet says of what flags and files come to, in its order. */
export function validateConfig(options: Options, files: Files): Outcome {
  const read = [...configFile(options, files).files, ...dropIns(options, files).files]
  const config = effectiveConfig(options, files)
  const whole = wholeConfig(config, read, options)
  return gathered(
    validate(whole, { gates: config.gates, unsettable: [], needy: [] }).map(({ path, message: words }) => {
      const flag = blame(path) ?? 'config'
      return options.changed(flag) ? { words, flag } : { words }
    }),
  )
}

/** Fields below the top, and those that several flags set, beside what `flagOfField` knows. */
const others: Readonly<Record<string, string>> = {
  enforceNodeAllocatable: 'enforce-node-allocatable',
  reservedMemory: 'reserved-memory',
  'logging.format': 'logging-format',
  'logging.flushFrequency': 'log-flush-frequency',
  'logging.options.text.splitStream': 'log-text-split-stream',
  'logging.options.text.infoBufferSize': 'log-text-info-buffer-size',
}

function blame(path: readonly (string | number)[]): string | undefined {
  const field = String(path[0])
  return others[path.join('.')] ?? others[field] ?? flagOfField(field)
}
