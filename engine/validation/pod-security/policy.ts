import { type FieldError, invalid } from '../kubernetes/field-error.ts'
import { at, keyed } from '../kubernetes/field-path.ts'

/** From the widest to the narrowest. */
export const levels = ['privileged', 'baseline', 'restricted'] as const
export type Level = (typeof levels)[number]

/** A minor version of the standards, 30 for v1.30, or the newest there is. */
export type Version = number | 'latest'

export interface LevelVersion {
  readonly level: Level
  readonly version: Version
}

export const modes = ['enforce', 'audit', 'warn'] as const
export type Mode = (typeof modes)[number]

/** What holds in a namespace. */
export type Policy = Readonly<Record<Mode, LevelVersion>>

const widest: LevelVersion = { level: 'privileged', version: 'latest' }
/** What holds where neither the cluster's configuration nor a namespace's labels say more. */
export const privilegedPolicy: Policy = { enforce: widest, audit: widest, warn: widest }

/** `restricted:v1.30`, as Kubernetes prints it. */
export function shown({ level, version }: LevelVersion): string {
  return `${level}:${versionText(version)}`
}

export function versionText(version: Version): string {
  return version === 'latest' ? version : `v1.${version}`
}

/** The level of that name: small letters only. */
export function levelOf(text: string): Level | undefined {
  return levels.find(level => level === text)
}

/** `latest` or `v1.` and a number, of a version that is to come too. */
export function versionOf(text: string): Version | undefined {
  if (text === 'latest') return text
  const minor = Number(text.slice('v1.'.length))
  return Number.isInteger(minor) && minor >= 0 && text === `v1.${minor}` ? minor : undefined
}

export const levelMust = 'must be one of privileged, baseline, restricted'
export const versionMust = 'must be "latest" or "v1.x"'

/** Negative when the first level is wider. */
export function compareLevels(one: Level, other: Level): number {
  return levels.indexOf(one) - levels.indexOf(other)
}

export const labelPrefix = 'pod-security.kubernetes.io/'
const labelsPath = at('metadata', 'labels')

export interface PolicyReading {
  /** What holds, also beside errors. */
  readonly policy: Policy
  /** What is wrong with labels; a Namespace that has such is not taken. */
  readonly errors: readonly FieldError[]
}

/**
 * What a namespace's labels ask for, over what the cluster's configuration gives. A level that cannot be read is the
 * narrowest for `enforce` and the widest for the other modes, a version that cannot be read is the newest.
 */
export function policyOf(labels: Labels, defaults: Policy = privilegedPolicy): PolicyReading {
  const errors: FieldError[] = []
  const enforce = readMode(labels, 'enforce', defaults.enforce, errors)
  const audit = readMode(labels, 'audit', defaults.audit, errors)
  const warn = derivedWarning(labels, enforce, readMode(labels, 'warn', defaults.warn, errors), defaults.warn)
  return { policy: { enforce, audit, warn }, errors }
}

type Labels = Readonly<Record<string, string>>

const keysOf = (mode: Mode) => ({ level: `${labelPrefix}${mode}`, version: `${labelPrefix}${mode}-version` })
const keys = { enforce: keysOf('enforce'), audit: keysOf('audit'), warn: keysOf('warn') }

function readMode(labels: Labels, mode: Mode, preset: LevelVersion, errors: FieldError[]): LevelVersion {
  const { level: levelKey, version: versionKey } = keys[mode]
  const [levelText, versionText] = [labels[levelKey], labels[versionKey]]
  if (levelText === undefined && versionText === undefined) return preset
  const level = levelText === undefined ? preset.level : levelOf(levelText)
  if (level === undefined) errors.push(invalid(keyed(labelsPath, levelKey), levelText ?? '', levelMust))
  const version = versionText === undefined ? preset.version : versionOf(versionText)
  if (version === undefined) errors.push(invalid(keyed(labelsPath, versionKey), versionText ?? '', versionMust))
  return { level: level ?? (mode === 'enforce' ? 'restricted' : 'privileged'), version: version ?? 'latest' }
}

/** Who asks for `enforce` alone is warned as well, which shows where workloads are made that will get no Pods. */
function derivedWarning(labels: Labels, enforce: LevelVersion, warn: LevelVersion, preset: LevelVersion): LevelVersion {
  const asked = labels[keys.enforce.level]
  if (labels[keys.warn.level] !== undefined || asked === undefined || levelOf(asked) === undefined) return warn
  if (compareLevels(enforce.level, preset.level) <= 0) return warn
  return labels[keys.warn.version] === undefined ? enforce : { level: enforce.level, version: warn.version }
}
