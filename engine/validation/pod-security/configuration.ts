import type { Path } from '../../yaml/range.ts'
import { aggregate, duplicate, type FieldError, invalid } from '../kubernetes/field-error.ts'
import { at, child } from '../kubernetes/field-path.ts'
import { labelErrors, subdomainErrors } from '../kubernetes/names.ts'
import {
  type LevelVersion,
  levelMust,
  levelOf,
  type Mode,
  modes,
  type Policy,
  privilegedPolicy,
  versionMust,
  versionOf,
} from './policy.ts'

/** How the admission plugin PodSecurity is set for the whole cluster. */
export interface PodSecurityConfiguration {
  /** What holds where a namespace's labels say nothing. */
  readonly defaults: Policy
  readonly exemptions: Exemptions
}

/** Names whose requests are not looked at; they are compared as they are. */
export interface Exemptions {
  readonly usernames: readonly string[]
  readonly namespaces: readonly string[]
  readonly runtimeClasses: readonly string[]
}

/** What holds without a configuration file. */
export const usualConfiguration: PodSecurityConfiguration = {
  defaults: privilegedPolicy,
  exemptions: { usernames: [], namespaces: [], runtimeClasses: [] },
}

/** `defaults` of a PodSecurityConfiguration as written. Empty is as good as missing. */
export type WrittenDefaults = Readonly<Partial<Record<Mode | `${Mode}-version`, string>>>

/** Why the API server does not start with it. */
export interface RefusedConfiguration {
  readonly refused: string
  /** What is wrong one by one, with places in the configuration. */
  readonly problems: readonly { readonly path: Path; readonly message: string }[]
}

/** The configuration, or why the API server does not start with it. */
export function readConfiguration(
  written: WrittenDefaults,
  exemptions: Exemptions,
): PodSecurityConfiguration | RefusedConfiguration {
  const bad: { readonly path: Path; readonly message: string }[] = []
  const read = <T>(key: keyof WrittenDefaults, parse: (text: string) => T | undefined, must: string, preset: T): T => {
    const text = written[key]
    if (!text) return preset
    const value = parse(text)
    if (value === undefined) bad.push({ path: ['defaults', key], message: `${key}: ${must}` })
    return value ?? preset
  }
  const [enforce, audit, warn] = modes.map(
    (mode): LevelVersion => ({
      level: read(mode, levelOf, levelMust, privilegedPolicy[mode].level),
      version: read(`${mode}-version`, versionOf, versionMust, privilegedPolicy[mode].version),
    }),
  )
  const errors = exemptionErrors(exemptions)
  const words = (all: RefusedConfiguration['problems']) => aggregate(all.map(({ message }) => message))
  if (bad.length > 0) return { refused: `PodSecurity configuration error: ${words(bad)}`, problems: bad }
  if (errors.length > 0) return { refused: `PodSecurity invalid: ${words(errors)}`, problems: errors }
  const preset = privilegedPolicy.enforce
  return { defaults: { enforce: enforce ?? preset, audit: audit ?? preset, warn: warn ?? preset }, exemptions }
}

function exemptionErrors({ namespaces, runtimeClasses, usernames }: Exemptions): readonly FieldError[] {
  const userErrors = (name: string) => (name === '' ? ['username must not be empty'] : [])
  return [
    ...namesErrors('namespaces', namespaces, labelErrors),
    ...namesErrors('runtimeClasses', runtimeClasses, subdomainErrors),
    ...namesErrors('usernames', usernames, userErrors),
  ]
}

function namesErrors(
  field: keyof Exemptions,
  names: readonly string[],
  complaints: (name: string) => readonly string[],
): readonly FieldError[] {
  return names.flatMap((name, index) => {
    const here = child(at('exemptions', field), index)
    const wrong = complaints(name)
    if (wrong.length > 0) return [invalid(here, name, wrong.join(', '))]
    return names.indexOf(name) < index ? [duplicate(here, name)] : []
  })
}
