import { z } from 'zod'
import { linesOf } from '../yaml/place.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import type { LabFiles, PackFinding } from './lab-source.ts'
import { masked, placeholdersIn } from './placeholders.ts'

/** No lab needs more; a pack is not trusted. Lengths in UTF-16 units; `growth` is what values add to all files together. */
const most = { variants: 12, value: 200, growth: 1024 * 1024 }

export type Variant = Readonly<Record<string, string>>

const variantList = z.looseObject({
  variants: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))).min(1),
})

/** The variants of a lab, with what does not fit: other keys than the first, values never used, places without a value. */
export function readVariants(files: LabFiles): { variants: readonly Variant[]; findings: readonly PackFinding[] } {
  const text = masked(files['lab.yaml'] ?? '')
  const document = readYaml(text).documents[0]
  const parsed = variantList.safeParse(document?.value)
  // Any other shape is the schema's to report.
  const written = parsed.success ? parsed.data.variants : [{}]
  const variants: readonly Variant[] = written
    .slice(0, most.variants)
    .map(one => Object.fromEntries(Object.entries(one).map(([key, value]) => [key, String(value)])))
  const findings: PackFinding[] = []
  const at = (index: number) => {
    const range = document?.rangeOf(['variants', index])
    return range ? { line: linesOf(text, range).line } : {}
  }
  const tooMuch = (index: number, message: string) =>
    findings.push({ code: 'variant-size', file: 'lab.yaml', ...at(index), message })
  if (written.length > most.variants) tooMuch(most.variants, `A lab has at most ${most.variants} variants.`)
  const keys = Object.keys(variants[0] ?? {})
  for (const [index, variant] of variants.entries()) {
    const own = Object.keys(variant)
    const other = [...own.filter(key => !keys.includes(key)), ...keys.filter(key => !own.includes(key))]
    for (const key of other)
      findings.push({
        code: 'variant-keys',
        file: 'lab.yaml',
        ...at(index),
        message: `Variant ${index + 1} and the first differ in \`${key}\`. All variants have the same keys.`,
      })
    for (const [key, value] of Object.entries(variant))
      if (value.length > most.value)
        tooMuch(index, `\`${key}\` of variant ${index + 1} has more than ${most.value} characters.`)
      else if (/[\r\n]/.test(value))
        findings.push({
          code: 'variant-value',
          file: 'lab.yaml',
          ...at(index),
          message: `\`${key}\` of variant ${index + 1} has more than one line.`,
        })
  }
  const used = new Set<string>()
  const growth = variants.map(() => 0)
  for (const [file, content] of Object.entries(files))
    for (const { name, line } of placeholdersIn(content)) {
      used.add(name)
      if (keys.includes(name))
        for (const [at, variant] of variants.entries()) growth[at] = (growth[at] ?? 0) + (variant[name]?.length ?? 0)
      else findings.push({ code: 'variant-missing', file, line, message: `No variant gives a value for \`${name}\`.` })
    }
  for (const key of keys)
    if (!used.has(key))
      findings.push({
        code: 'variant-unused',
        file: 'lab.yaml',
        ...at(0),
        message: `\`${key}\` is used nowhere. Take it out, or write \`\${{ ${key} }}\` where it belongs.`,
      })
  const grown = growth.findIndex(size => size > most.growth)
  if (grown >= 0) tooMuch(grown, `The values of variant ${grown + 1} add more than 1 MiB to the files.`)
  // Values without measure are not put in.
  return { variants: findings.some(({ code }) => code === 'variant-size') ? [{}] : variants, findings }
}
