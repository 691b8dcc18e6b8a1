import { baseName } from '../file-tree.ts'
import { followed, type Host, textOf } from '../world.ts'

/** A service's unit file as it lies on a host. */
export interface Unit {
  /** `falco-modern-bpf.service`: the name of the file that was found at last. */
  readonly name: string
  readonly path: string
  readonly text: string
  /** The last value of a key, anywhere in the file. */
  value(key: string): string | undefined
}

/** Earlier folders go before later ones. */
const folders = ['/etc/systemd/system', '/usr/lib/systemd/system'] as const

/** A name as people type it with its ending. */
export function unitName(typed: string): string {
  return /\.(?:service|socket|timer|target|mount|path|slice|scope)$/.test(typed) ? typed : `${typed}.service`
}

/** The unit of a name or of an alias; undefined when there is none, and when it is masked. */
export function unitOn(host: Host, typed: string): Unit | undefined {
  for (const folder of folders) {
    const found = followed(host, `${folder}/${unitName(typed)}`)
    if ('loop' in found || found.node?.kind !== 'file') continue
    const read = textOf(host, found.path)
    if ('text' in read)
      return { name: baseName(found.path), path: found.path, text: read.text, value: readingOf(read.text) }
  }
  return undefined
}

function readingOf(text: string): Unit['value'] {
  const values = new Map<string, string>()
  for (const line of text.split('\n')) {
    const [, key = '', value = ''] = /^\s*([A-Za-z]+)\s*=\s*(.*?)\s*$/.exec(line) ?? []
    if (key !== '') values.set(key, value)
  }
  return key => values.get(key)
}

/** `falco-modern-bpf.service - Falco: …`: how systemd names a unit in its messages. */
export function titleOf(unit: Unit): string {
  const says = unit.value('Description')
  return says === undefined ? unit.name : `${unit.name} - ${says}`
}

/** All services that have a unit file, sorted. */
export function unitsOn(host: Host): readonly Unit[] {
  const names = new Set(folders.flatMap(folder => host.files.list(folder).filter(name => name.endsWith('.service'))))
  const found = [...names].flatMap(name => unitOn(host, name) ?? [])
  return [...new Map(found.map(unit => [unit.name, unit])).values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The links that start a unit with the host, and those of its aliases: where they lie when it is enabled. */
export function linksOf(unit: Unit): readonly string[] {
  const [own] = folders
  const targets = (unit.value('WantedBy') ?? '').split(/\s+/).filter(Boolean)
  const aliases = (unit.value('Alias') ?? '').split(/\s+/).filter(alias => alias !== '' && alias !== unit.name)
  return [...aliases.map(alias => `${own}/${alias}`), ...targets.map(target => `${own}/${target}.wants/${unit.name}`)]
}

export function isEnabled(host: Host, unit: Unit): boolean {
  return linksOf(unit).some(path => path.includes('.wants/') && host.files.get(path) !== undefined)
}

/** The words behind the program in `ExecStart`. */
export function argumentsOf(unit: Unit): readonly string[] {
  const words = (unit.value('ExecStart') ?? '').match(/"[^"]*"|'[^']*'|\S+/g) ?? []
  return words.slice(1).map(word => word.replace(/^(["'])(.*)\1$/, '$2'))
}
