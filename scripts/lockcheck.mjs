// A lock file written while a registry lagged lacks optional packages for other systems, and `npm ci` then fails there.
import { readFileSync } from 'node:fs'

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const names = new Set(Object.keys(packages).map(key => key.split('node_modules/').pop()))
for (const [key, entry] of Object.entries(packages)) {
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (!names.has(name)) {
      console.error(
        `package-lock.json lacks ${name}, which ${key} names as optional. Pin versions whose parts are all there.`,
      )
      process.exitCode = 1
    }
  }
  if (entry.resolved && !entry.resolved.startsWith('https://registry.npmjs.org/')) {
    console.error(`package-lock.json names a registry of its own for ${key}: ${entry.resolved}`)
    process.exitCode = 1
  }
}
if (!process.exitCode) console.log('package-lock.json is complete')
