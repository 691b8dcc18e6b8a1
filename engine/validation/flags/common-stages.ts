import { goQuoted } from '../../yaml/go/go-quoted.ts'
import { durationText } from '../kubernetes/duration.ts'
import { type FieldError, forbidden, inJson, invalid } from '../kubernetes/field-error.ts'
import { at, child, type FieldPath, wholeObject } from '../kubernetes/field-path.ts'
import { readQuantity } from '../kubernetes/quantity.ts'
import type { Gates } from './feature-gates/set-gates.ts'
import { fails, gathered, type Outcome, type Problem } from './judged.ts'
import type { Options } from './options.ts'
import { kubernetesVersion } from './reported-version.ts'

export function flagsStage({ parsed }: Options, before = ''): Outcome {
  return parsed.problem && fails(`${before}${parsed.problem.words}`)
}

/** None of these programs takes an argument that is no flag. */
export function argsStage(program: string, { parsed }: Options): Outcome {
  if (!parsed.rest.some(({ text }) => text !== '')) return undefined
  const got = parsed.rest.map(({ text }) => goQuoted(text)).join(' ')
  return fails(`"${program}" does not take any arguments, got [${got}]`)
}

/** `at`: where the settings stand in a configuration that holds them. */
export function loggingProblems(options: Options, gates: Gates, root: FieldPath = wholeObject): readonly Problem[] {
  const errors: (readonly [FieldError, string])[] = []
  const format = options.text('logging-format')
  const pause = options.whole('log-flush-frequency')
  if (pause <= 0n) {
    const where = child(root, 'flushFrequency')
    errors.push([invalid(where, inJson(durationText(pause)), 'Must be greater than zero'), 'log-flush-frequency'])
  }
  if (format !== 'text')
    errors.push([invalid(child(root, 'format'), format, 'Unsupported log format'), 'logging-format'])
  if (options.list('vmodule').length > 0 && format !== 'text' && format !== '')
    errors.push([forbidden(child(root, 'vmodule'), 'Only supported for text log format'), 'vmodule'])
  const off = gates.isOn('LoggingAlphaOptions') ? undefined : 'Feature LoggingAlphaOptions is disabled'
  const text = child(root, 'options', 'text')
  const size = readQuantity(options.text('log-text-info-buffer-size'))
  if (off && options.bool('log-text-split-stream'))
    errors.push([forbidden(child(text, 'splitStream'), off), 'log-text-split-stream'])
  if (off && 'nano' in size && size.nano !== 0n)
    errors.push([forbidden(child(text, 'infoBufferSize'), off), 'log-text-info-buffer-size'])
  return errors.map(([{ message }, flag]) => ({ words: message, flag }))
}

export function loggingStage(options: Options, gates: Gates): Outcome {
  return gathered(loggingProblems(options, gates))
}

/** Where the logging of a kubelet's configuration stands. */
export const loggingField = at('logging')

export function metricsProblems(options: Options): readonly Problem[] {
  const flag = 'show-hidden-metrics-for-version'
  const shown = options.text(flag)
  const only = `1.${kubernetesVersion.minor - 1}`
  const problems: Problem[] = []
  if (shown !== '' && shown !== only)
    problems.push({
      words: `--${flag} must be omitted or have the value '${only}'. Only the previous minor version is allowed`,
      flag,
    })
  const labels = [...options.map('allow-metric-labels').keys()]
  if (labels.some(label => !/^[a-zA-Z_:][\w:]*,[a-zA-Z_]\w*$/.test(label)))
    problems.push({
      words:
        '--allow-metric-labels must have a list of kv pair with format `metricName,labelName=labelValue, labelValue,...`',
      flag: 'allow-metric-labels',
    })
  return problems
}
