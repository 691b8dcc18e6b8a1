import { goQuoted } from '../../../yaml/go/go-quoted.ts'
import type { Problem } from '../judged.ts'
import type { Options } from '../options.ts'
import { admissionPlugins } from './admission-plugins.ts'

const [enable, disable, old] = ['enable-admission-plugins', 'disable-admission-plugins', 'admission-control'] as const

export function admissionProblems(options: Options): readonly Problem[] {
  const unknown = (flag: string) =>
    options
      .list(flag)
      .filter(name => !admissionPlugins.has(name))
      .map(name => ({ words: `${flag} plugin ${goQuoted(name)} is unknown`, flag }))
  const problems: Problem[] = []
  if (options.changed(old) && (options.changed(enable) || options.changed(disable)))
    problems.push({
      words: `${old} and ${enable}/${disable} flags are mutually exclusive`,
      flag: old,
    })
  const off = options.list(disable)
  const both = [...new Set(options.list(enable))].filter(name => off.includes(name)).sort()
  problems.push(...unknown(old), ...unknown(enable), ...unknown(disable))
  if (both.length > 0)
    problems.push({ words: `[${both.join(' ')}] in ${enable} and ${disable} overlapped`, flag: disable })
  return problems
}
