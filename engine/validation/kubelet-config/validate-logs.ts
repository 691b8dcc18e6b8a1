import { goQuoted } from '../../yaml/go/go-quoted.ts'
import type { Gates } from '../flags/feature-gates/set-gates.ts'
import { durationText } from '../kubernetes/duration.ts'
import { type FieldError, forbidden, inJson, invalid, required } from '../kubernetes/field-error.ts'
import { at, child } from '../kubernetes/field-path.ts'
import type { KubeletConfig } from './defaults.ts'
import { cleanPath } from './paths.ts'
import { type Problem, problem } from './problem.ts'

const root = at('logging')
const mostVerbosity = 2_147_483_647n

/** How the kubelet itself logs. */
export function validateLogging(logging: KubeletConfig['logging'], gates: Gates): readonly Problem[] {
  const { format, flushFrequency, verbosity, vmodule, options } = logging
  const errors: FieldError[] = []
  if (flushFrequency <= 0n)
    errors.push(
      invalid(child(root, 'flushFrequency'), inJson(durationText(flushFrequency)), 'Must be greater than zero'),
    )
  if (format !== 'text') errors.push(invalid(child(root, 'format'), format, 'Unsupported log format'))
  const tooMuch = `Must be <= ${mostVerbosity}`
  if (verbosity > mostVerbosity) errors.push(invalid(child(root, 'verbosity'), inJson(verbosity), tooMuch))
  const modules = child(root, 'vmodule')
  if (vmodule.length > 0 && format !== 'text') errors.push(forbidden(modules, 'Only supported for text log format'))
  for (const [index, { filePattern, verbosity: own }] of vmodule.entries()) {
    const place = child(modules, index)
    if (filePattern === '') errors.push(required(place, 'File pattern must not be empty'))
    if (/[=,]/.test(filePattern))
      errors.push(invalid(place, filePattern, 'File pattern must not contain equal sign or comma'))
    if (own > mostVerbosity) errors.push(invalid(place, inJson(own), tooMuch))
  }
  for (const name of ['text', 'json'] as const) {
    const { splitStream, infoBufferSize } = options[name]
    const place = child(root, 'options', name)
    const off = 'Feature LoggingAlphaOptions is disabled'
    if (gates.isOn('LoggingAlphaOptions')) continue
    if (splitStream) errors.push(forbidden(child(place, 'splitStream'), off))
    if (infoBufferSize.nano !== 0n) errors.push(forbidden(child(place, 'infoBufferSize'), off))
  }
  return errors.map(({ path, message }) => ({ code: 'kubelet-bad-value', path, message }))
}

/** Where the logs of containers lie, how they are turned over, and who may ask for those of the system. */
export function validateLogs(config: KubeletConfig, gates: Gates): readonly Problem[] {
  const problems: Problem[] = []
  const add = (...given: Parameters<typeof problem>) => problems.push(problem(...given))
  if (config.containerRuntimeEndpoint === '')
    add('kubelet-bad-value', 'containerRuntimeEndpoint', 'the containerRuntimeEndpoint was not specified or empty')
  const query = 'enableSystemLogQuery'
  if (config[query] && !gates.isOn('NodeLogQuery'))
    add('kubelet-feature-gate', query, `NodeLogQuery feature gate is required for ${query}`)
  if (config[query] && !config.enableSystemLogHandler)
    add('kubelet-together', query, `enableSystemLogHandler is required for ${query}`)
  if (config.containerLogMaxWorkers < 1)
    add('kubelet-number', 'containerLogMaxWorkers', 'containerLogMaxWorkers must be greater than or equal to 1')
  if (config.containerLogMonitorInterval < 3_000_000_000n)
    add(
      'kubelet-number',
      'containerLogMonitorInterval',
      'containerLogMonitorInterval must be a positive time duration greater than or equal to 3s',
    )
  if (config.containerLogMaxFiles <= 1)
    add('kubelet-number', 'containerLogMaxFiles', 'containerLogMaxFiles must be greater than 1')
  const folder = config.podLogsDir
  const called = `pod logs path ${goQuoted(folder)}`
  if (!folder.startsWith('/')) add('kubelet-bad-value', 'podLogsDir', `${called} must be absolute path`)
  if (cleanPath(folder) !== folder) add('kubelet-bad-value', 'podLogsDir', `${called} must be normalized`)
  if (/[^\0-\x7f]/.test(folder))
    // The typing error is Kubernetes'.
    add('kubelet-bad-value', 'podLogsDir', `${called} mut contains ASCII characters only`)
  return problems
}
