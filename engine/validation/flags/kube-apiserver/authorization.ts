import { goQuoted } from '../../../yaml/go/go-quoted.ts'
import { authorizationConfigProblem } from '../configs/authorization-config.ts'
import type { Files } from '../files.ts'
import type { Problem, Unknown } from '../judged.ts'
import type { Options } from '../options.ts'

const flag = 'authorization-mode'
const modes = ['AlwaysAllow', 'AlwaysDeny', 'ABAC', 'Webhook', 'RBAC', 'Node']
/** Flags that a file of authorizers replaces. */
const replaced = [
  flag,
  'authorization-webhook-config-file',
  'authorization-webhook-version',
  'authorization-webhook-cache-authorized-ttl',
  'authorization-webhook-cache-unauthorized-ttl',
]

/** The modes in force: without one, everything is allowed. */
export function authorizationModes(options: Options): readonly string[] {
  const asked = options.list(flag)
  return asked.length === 0 && options.text('authorization-config') === '' ? ['AlwaysAllow'] : asked
}

export function authorizationProblems(options: Options, files: Files): readonly Problem[] | Unknown {
  const config = 'authorization-config'
  const path = options.text(config)
  if (path !== '') {
    if (replaced.some(name => options.changed(name)))
      return [
        {
          words: `--${config} can not be specified when --${flag} or --authorization-webhook-* flags are defined`,
          flag: config,
        },
      ]
    const outcome = authorizationConfigProblem(files, path)
    if (!outcome) return []
    return 'undecided' in outcome ? outcome : outcome.problems
  }
  const asked = authorizationModes(options)
  const [policy, webhook] = ['authorization-policy-file', 'authorization-webhook-config-file']
  const has = (mode: string) => asked.includes(mode)
  const problems = asked.flatMap(mode => {
    if (!modes.includes(mode)) return [{ words: `${flag} ${goQuoted(mode)} is not a valid mode`, flag }]
    if (mode === 'ABAC' && options.text(policy) === '')
      return [{ words: `${flag} ABAC's authorization policy file not passed`, flag }]
    if (mode === 'Webhook' && options.text(webhook) === '')
      return [{ words: `${flag} Webhook's authorization config file not passed`, flag }]
    return []
  })
  if (options.text(policy) !== '' && !has('ABAC'))
    problems.push({ words: `cannot specify --${policy} without mode ABAC`, flag: policy })
  if (options.text(webhook) !== '' && !has('Webhook'))
    problems.push({ words: `cannot specify --${webhook} without mode Webhook`, flag: webhook })
  if (new Set(asked).size < asked.length) {
    const shown = asked.map(goQuoted).join(' ')
    problems.push({ words: `${flag} [${shown}] has mode specified more than once`, flag })
  }
  return problems
}
