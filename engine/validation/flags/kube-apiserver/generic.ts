import { RE2JS } from 're2js'
import { aggregate } from '../../kubernetes/field-error.ts'
import type { Problem } from '../judged.ts'
import type { Options } from '../options.ts'

const cannot: readonly (readonly [flag: string, words: string])[] = [
  ['livez-grace-period', '--livez-grace-period can not be a negative value'],
  ['max-requests-inflight', '--max-requests-inflight can not be negative value'],
  ['max-mutating-requests-inflight', '--max-mutating-requests-inflight can not be negative value'],
  ['request-timeout', '--request-timeout can not be negative value'],
  ['goaway-chance', '--goaway-chance can not be less than 0 or greater than 0.02'],
  ['min-request-timeout', '--min-request-timeout can not be negative value'],
  ['storage-initialization-timeout', '--storage-initialization-timeout can not be negative value'],
  ['shutdown-delay-duration', '--shutdown-delay-duration can not be negative value'],
  [
    'shutdown-watch-termination-grace-period',
    'shutdown-watch-termination-grace-period, if provided, can not be a negative value',
  ],
]

/** Limits and headers that every API server has. */
export function genericProblems(options: Options): readonly Problem[] {
  const isWrong = (flag: string) => {
    if (flag !== 'goaway-chance') return options.whole(flag) < 0n
    const chance = options.number(flag)
    return chance < 0 || chance > 0.02
  }
  return [
    ...cannot.filter(([flag]) => isWrong(flag)).map(([flag, words]) => ({ words, flag })),
    ...oneOf('strict-transport-security-directives', options, directiveProblem),
    ...oneOf('cors-allowed-origins', options, originProblem),
  ]
}

/** Problems of a list's items, which make one problem together. */
function oneOf(flag: string, options: Options, problem: (item: string) => string | undefined): readonly Problem[] {
  const found = options.list(flag).flatMap(item => problem(item) ?? [])
  return found.length > 0 ? [{ words: aggregate(found), flag }] : []
}

function directiveProblem(directive: string): string | undefined {
  if (directive.trim() === '') return 'empty value in strict-transport-security-directives'
  if (directive === 'includeSubDomains' || directive === 'preload') return undefined
  const [name, age, ...more] = directive.split('=')
  if (name === 'max-age' && age !== undefined && more.length === 0) return undefined
  return '--strict-transport-security-directives invalid, allowed values: max-age=expireTime, includeSubDomains, preload. see https://tools.ietf.org/html/rfc6797#section-6.1 for more information'
}

const corsHelp =
  "List of allowed origins for CORS, comma separated. An allowed origin can be a regular expression to support subdomain matching. If this list is empty CORS will not be enabled. Please ensure each expression matches the entire hostname by anchoring to the start with '^' or including the '//' prefix, and by anchoring to the end with '$' or including the ':' port separator suffix. Examples of valid expressions are '//example\\.com(:|$)' and '^https://example\\.com(:|$)'"

function originProblem(origin: string): string | undefined {
  if (origin === '') return `empty value in --cors-allowed-origins, help: ${corsHelp}`
  const why = expressionProblem(origin)
  return why && `--cors-allowed-origins has an invalid regular expression: ${why}, help: ${corsHelp}`
}

function expressionProblem(expression: string): string | undefined {
  try {
    RE2JS.compile(expression)
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault)
  }
  const starts = ['^', '//'].some(it => expression.includes(it))
  const ends = ['$', ':'].some(it => expression.includes(it))
  return starts && ends ? undefined : 'regular expression does not pin to start/end of host in the origin header'
}
