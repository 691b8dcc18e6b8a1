import type { Raw, RawMap } from './raw.ts'

/**
 * A key that is no text, where Falco's check of the file's shape meets one first: in an item, or in a part of it whose keys
 * it knows. That check turns every key into text, and gives up the file where it cannot.
 */
export function unreadableKey(documents: readonly Raw[]): Raw | undefined {
  for (const document of documents)
    for (const item of itemsOf(document)) {
      const found =
        keyIn(item) ??
        partsOf(item)
          .map(keyIn)
          .find(key => key !== undefined)
      if (found) return found
    }
  return undefined
}

function itemsOf(raw: Raw | undefined): readonly Raw[] {
  return raw?.kind === 'sequence' ? raw.items : []
}

function keyIn(raw: Raw): Raw | undefined {
  if (raw.kind !== 'map') return undefined
  return raw.all.find(({ key }) => key.kind === 'map' || key.kind === 'sequence')?.key
}

function partsOf(item: Raw): readonly Raw[] {
  if (item.kind !== 'map') return []
  const value = (map: RawMap, key: string) => map.entries.get(key)?.value
  const override = value(item, 'override')
  const plugins = itemsOf(value(item, 'required_plugin_versions'))
  const alternatives = plugins.flatMap(plugin => (plugin.kind === 'map' ? itemsOf(value(plugin, 'alternatives')) : []))
  return [...itemsOf(value(item, 'exceptions')), ...(override ? [override] : []), ...plugins, ...alternatives]
}
