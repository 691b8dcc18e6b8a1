import { goQuoted } from '../../../yaml/go/go-quoted.ts'
import { readAuditPolicy } from '../../audit-policy/read.ts'
import { kubeconfig } from '../configs/kubeconfig.ts'
import { type Files, readFile } from '../files.ts'
import { behind, fails, inTurn, type Outcome, type Problem } from '../judged.ts'
import type { Options } from '../options.ts'

const modes = 'batch,blocking,blocking-strict'
const formats = 'legacy,json'

/** The options of a place that events go to are looked at only when there is one. */
export function auditProblems(options: Options): readonly Problem[] {
  const log = options.text('audit-log-path') === '' ? [] : [...backend(options, 'log'), ...logFile(options)]
  return options.text('audit-webhook-config-file') === '' ? log : [...log, ...backend(options, 'webhook')]
}

function backend(options: Options, name: 'log' | 'webhook'): readonly Problem[] {
  const named = (rest: string) => `audit-${name}-${rest}`
  return [
    ...batch(options, name),
    ...truncation(options, name),
    ...version(options.text(named('version')), named('version')),
  ]
}

function batch(options: Options, name: string): readonly Problem[] {
  const flag = `audit-${name}-mode`
  const mode = options.text(flag)
  if (!modes.split(',').includes(mode))
    return [{ words: `invalid audit ${name} mode ${mode}, allowed modes are ${goQuoted(modes)}`, flag }]
  if (mode !== 'batch') return []
  const at = (rest: string) => `audit-${name}-batch-${rest}`
  const limits: readonly (readonly [flag: string, what: string, value: bigint | number])[] = [
    [at('buffer-size'), 'buffer size', options.whole(at('buffer-size'))],
    [at('max-size'), 'max batch size', options.whole(at('max-size'))],
    ...(options.bool(at('throttle-enable'))
      ? ([
          [at('throttle-qps'), 'throttle QPS', options.number(at('throttle-qps'))],
          [at('throttle-burst'), 'throttle burst', options.whole(at('throttle-burst'))],
        ] as const)
      : []),
  ]
  const wrong = limits.find(([, , value]) => value <= 0)
  if (!wrong) return []
  const words = `invalid audit batch ${name} ${wrong[1]} ${wrong[2]}, must be a positive number`
  return [{ words, flag: wrong[0] }]
}

function truncation(options: Options, name: string): readonly Problem[] {
  const [event, batches] = [`audit-${name}-truncate-max-event-size`, `audit-${name}-truncate-max-batch-size`]
  const [size, most] = [options.whole(event), options.whole(batches)]
  const before = `invalid audit truncate ${name} max`
  if (size <= 0n) return [{ words: `${before} event size ${size}, must be a positive number`, flag: event }]
  if (most >= size) return []
  return [{ words: `${before} batch size ${most}, must be greater than max event size (${size})`, flag: batches }]
}

function version(written: string, flag: string): readonly Problem[] {
  if (written === 'audit.k8s.io/v1') return []
  if (written.split('/').length > 2) return [{ words: `unexpected GroupVersion string: ${written}`, flag }]
  return [{ words: 'invalid group version, allowed versions are ["audit.k8s.io/v1"]', flag }]
}

function logFile(options: Options): readonly Problem[] {
  const flag = 'audit-log-format'
  const format = options.text(flag)
  const wrong = formats.split(',').includes(format)
    ? []
    : [{ words: `invalid audit log format ${format}, allowed formats are ${goQuoted(formats)}`, flag }]
  const negative = ['audit-log-maxage', 'audit-log-maxbackup', 'audit-log-maxsize'].flatMap(name => {
    const value = options.whole(name)
    return value < 0n ? [{ words: `--${name} ${value} can't be a negative number`, flag: name }] : []
  })
  return [...wrong, ...negative]
}

/** The policy, the log's file, and the webhook where there is a policy. Mounts are for who knows them. */
export function auditConfig(options: Options, files: Files): Outcome {
  const flag = 'audit-policy-file'
  const path = options.text(flag)
  if (path === '') return logPlace(options, files)
  const before = 'loading audit policy file: '
  const webhook = 'audit-webhook-config-file'
  return inTurn([
    () => {
      const read = readFile(files, path)
      if ('undecided' in read) return read
      if ('error' in read) return fails(`${before}failed to read file path ${goQuoted(path)}: ${read.error}`, flag)
      const { refusal } = readAuditPolicy(read.text ?? '')
      return refusal === undefined ? undefined : fails(`${before}${refusal}: from file ${path}`, flag)
    },
    () => logPlace(options, files),
    () => {
      const file = options.text(webhook)
      return file === '' ? undefined : behind('initializing audit webhook: ', kubeconfig(files, file, webhook))
    },
  ])
}

/** A log is written to a file; folders above it are made. */
function logPlace(options: Options, files: Files): Outcome {
  const flag = 'audit-log-path'
  const path = options.text(flag)
  if (path === '' || path === '-' || files.look(path).is !== 'directory') return undefined
  return fails(`ensureLogFile: open ${path}: is a directory`, flag)
}
