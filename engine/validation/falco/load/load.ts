import { limit } from '../../../yaml/limits.ts'
import type { AppendOutput } from '../append-output.ts'
import type { FalcoRule } from '../rule-set.ts'
import { isError } from './codes.ts'
import { type Collector, emptyCollector } from './collector.ts'
import { compileCollector } from './compile-collector.ts'
import type { Notice, Notify } from './notice.ts'
import { type ReadFile, tellDuplicates, tellYamlFaults } from './read-file.ts'
import { readItems } from './read-items.ts'
import { checkPlugins } from './versions.ts'

/** What came of loading some files, one after the other. */
export interface Loaded {
  readonly collector: Collector
  /** As they stand after the last file that could be loaded. */
  readonly rules: readonly FalcoRule[]
  readonly files: readonly LoadedFile[]
}

export interface LoadedFile {
  /** In the order in which they were met. */
  readonly notices: readonly Notice[]
  /** How many of them the reading of the file brought; the others are of all that was collected. */
  readonly reading: number
}

/**
 * Loads files in their order. As Falco does, a file is left at its first error, and what was read before it stays; with
 * `goOn` everything is read and told, up to 100 errors a file, and faulty rules are left out.
 */
export function load(files: readonly ReadFile[], appended: readonly AppendOutput[], goOn: boolean): Loaded {
  const collector = emptyCollector()
  let rules: readonly FalcoRule[] = []
  const loaded = files.map(file => {
    const notices: Notice[] = []
    let reading = 0
    let errors = 0
    const notify: Notify = notice => {
      notices.push(notice)
      if (isError(notice.falco) && ++errors > (goOn ? limit.findings : 0)) throw new Stopped()
    }
    try {
      readOne(file, collector, goOn, notify)
      reading = notices.length
      rules = compileCollector(collector, appended, notify)
      checkPlugins(collector, notify)
    } catch (thrown) {
      if (!(thrown instanceof Stopped)) throw thrown
      reading ||= notices.length
    }
    return { notices, reading }
  })
  return { collector, rules, files: loaded }
}

/** Ends the loading of a file: thrown and caught in `load` alone. */
class Stopped extends Error {}

function readOne(file: ReadFile, collector: Collector, goOn: boolean, notify: Notify): void {
  if (goOn) tellYamlFaults(file, notify)
  else if (file.fault) notify(file.fault)
  tellDuplicates(file, notify)
  readItems(file.documents, collector, file.root, notify)
}
