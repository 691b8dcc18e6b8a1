import type { LabVerdict, PackView, ShownFinding } from '#engine/grade/pack-view.ts'
import { studioPath } from './paths.ts'
import type { Problem } from './problem-list.tsx'
import { inVariants } from './proof-table.ts'

type Faulty = Pick<PackView, 'id' | 'files' | 'faults'>

/** The faults of a pack, or of one of its labs, with the way to their lines. */
export function faultProblems({ id, files, faults }: Faulty, version: string, lab?: string): readonly Problem[] {
  const root = lab === undefined ? id : `${id}/${lab}`
  return faults
    .filter(({ file }) => lab === undefined || file === root || file.startsWith(`${root}/`))
    .map(finding => faultProblem(finding, id, root, version, new Set(files.map(({ path }) => path))))
}

function faultProblem(
  { file, line, message, text }: ShownFinding,
  id: string,
  root: string,
  version: string,
  files: ReadonlySet<string>,
): Problem {
  const path = file.slice(id.length + 1)
  const name = file === root ? file : file.slice(root.length + 1)
  return {
    message,
    severity: 'error',
    at: line === undefined ? name : `${name}:${line}`,
    ...(files.has(path) && { href: studioPath(id, { version, file: path, line }) }),
    ...(text !== undefined && { text }),
  }
}

/** A fault of an archive of which nothing was kept, so there is no file to show. */
export function uploadProblem({ file, line, message, text }: ShownFinding): Problem {
  const at = line === undefined ? file : `${file}:${line}`
  return { message, severity: 'error', at, ...(text !== undefined && { text }) }
}

interface ProvedPlace {
  readonly pack: string
  readonly version: string
  readonly slug: string
  /** How many the lab has. */
  readonly variants: number
}

/** What a proof holds against a lab apart from its attempts, whose lines tell it themselves. Equal ones of several variants once. */
export function proofProblems(
  { shortfalls }: Pick<LabVerdict, 'shortfalls'>,
  { pack, version, slug, variants: count }: ProvedPlace,
): readonly Problem[] {
  const told = new Map<string, { readonly problem: Problem; readonly variants: number[] }>()
  for (const { demand, file, line, message, variant } of shortfalls) {
    if (demand === 'right' || demand === 'wrong') continue
    const at = line === undefined ? file : `${file}:${line}`
    const known = told.get(`${at} ${message}`)
    if (known !== undefined) {
      if (variant !== undefined) known.variants.push(variant)
      continue
    }
    const severity = demand === 'hints' ? ('warning' as const) : ('error' as const)
    const href = studioPath(pack, { version, file: `${slug}/${file}`, line })
    told.set(`${at} ${message}`, {
      problem: { message, severity, at, href },
      variants: variant === undefined ? [] : [variant],
    })
  }
  return [...told.values()].map(({ problem, variants }) =>
    variants.length === 0 || variants.length === count
      ? problem
      : { ...problem, message: `${problem.message} (${inVariants(variants)})` },
  )
}
