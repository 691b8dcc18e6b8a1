import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Writes the licences of all packages that a bundle holds into one file, for who hands the bundle on. */
export function writeLicences(metafile, file) {
  const folders = Object.keys(metafile.inputs).flatMap(input => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? [])
  const texts = [...new Set(folders)].sort().map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
    const own = readdirSync(folder).filter(it => /^(?:licen[cs]e|notice)/i.test(it))
    const words = own.map(it => readFileSync(path.join(folder, it), 'utf8').trim())
    return [`${name} ${version} (${license})`, ...words].join('\n\n')
  })
  writeFileSync(file, `${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`)
}
