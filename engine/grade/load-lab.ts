import { baseWorld } from '../worlds/base-worlds.ts'
import type { Lab } from './lab.ts'
import { labParts } from './lab-parts.ts'
import type { LabFiles, LabSource, PackFinding } from './lab-source.ts'
import { filled } from './placeholders.ts'
import { readHints } from './read-hints.ts'
import { readLabYaml } from './read-lab-yaml.ts'
import { readVariants, type Variant } from './read-variants.ts'
import { valueAt } from './value-at.ts'

/**
 * Reads a lab folder. Never throws for what is in it; `source` is there only when every variant can be used.
 *
 * @param id `pack/slug`
 */
export function loadLab(
  id: string,
  files: LabFiles,
): { readonly source?: LabSource; readonly findings: readonly PackFinding[] } {
  const { variants, findings } = readVariants(files)
  const read: ReturnType<typeof readVariant>[] = []
  for (const variant of variants) {
    const one = readVariant(id, files, variant)
    read.push(one)
    // What cannot be read with one variant's values is not tried with the others'.
    if (!one.lab) break
  }
  const all = distinct([...findings, ...read.flatMap(({ findings }) => findings)])
  const labs = read.flatMap(({ lab }) => (lab ? [lab] : []))
  if (all.length > 0 || labs.length < variants.length) return { findings: all }
  const variant = (index: number): Lab => {
    const lab = labs[index]
    if (!lab) throw new Error(`${id} has no variant ${index}`)
    return lab
  }
  return { source: { id, files, variants, variant }, findings: [] }
}

function readVariant(id: string, files: LabFiles, values: Variant): { lab?: Lab; findings: readonly PackFinding[] } {
  const own: LabFiles = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, filled(text, values)]))
  const missing = ['lab.yaml', 'task.md', 'hints.md', 'explain.md', 'pass/solution.sh']
    .filter(file => !own[file]?.trim())
    .map(file => ({ code: 'missing-file', file, message: `\`${file}\` is missing or empty.` }))
  const probes = new Map(Object.entries(own).filter(([name]) => name.startsWith('probes/')))
  const yaml = readLabYaml(own['lab.yaml'] ?? '', probes)
  const lab = yaml.lab
  if (!lab) return { findings: [...missing, ...yaml.findings] }

  const world = baseWorld(lab.cluster)
  const hosts = [...(world?.keys() ?? [])]
  const ids = yaml.checks.map(check => check.id)
  const parts = labParts(own, hosts, ids)
  const hints = readHints(own['hints.md'] ?? '', ids)
  const fault = (message: string): PackFinding => ({ code: 'lab-schema', file: 'lab.yaml', message })
  const findings = [
    ...missing,
    ...yaml.findings,
    ...(world ? [] : [fault(`There is no base world \`${lab.cluster}\`.`)]),
    ...(world && !hosts.includes(lab.host)
      ? [fault(`There is no host \`${lab.host}\`. Known: ${hosts.join(', ')}.`)]
      : []),
    ...yaml.checks
      .flatMap(({ id, expectation }) => hostsOf(expectation).map(name => ({ id, name })))
      .filter(({ name }) => world && !hosts.includes(name))
      .map(({ id, name }) => fault(`Check \`${id}\`: there is no host \`${name}\`. Known: ${hosts.join(', ')}.`)),
    ...[...yaml.happenings.keys()]
      .filter(name => world && !hosts.includes(name))
      .map(name => fault(`\`events\`: there is no host \`${name}\`. Known: ${hosts.join(', ')}.`)),
    ...parts.findings,
    ...hints.findings,
  ]
  const { title, summary, domain, competency, difficulty, minutes, cluster, host } = lab
  return {
    findings,
    lab: {
      ...{ id, title, summary, domain, competency, difficulty, minutes, cluster, host },
      checks: yaml.checks,
      task: own['task.md'] ?? '',
      hints: hints.hints,
      explain: own['explain.md'] ?? '',
      start: parts.start,
      happenings: yaml.happenings,
      probes: parts.probes,
      attempts: parts.attempts,
      solution: own['pass/solution.sh'] ?? '',
    },
  }
}

/** The hosts that a check names itself. */
function hostsOf(expectation: unknown): readonly string[] {
  const asked: readonly unknown[] = Array.isArray(expectation) ? expectation : []
  return asked.flatMap(one => {
    const host = valueAt(one, ['host'])
    return typeof host === 'string' ? [host] : []
  })
}

function distinct(findings: readonly PackFinding[]): readonly PackFinding[] {
  return [...new Map(findings.map(finding => [JSON.stringify(finding), finding])).values()]
}
