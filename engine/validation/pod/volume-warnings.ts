import type { DecodedVolume } from './decoded.ts'

interface File {
  readonly path: string
  /** What it comes from, where several things give files. */
  readonly from: string
}

/** Kinds of volumes that are no more: as they are called in warnings, since when, and until when. */
const gone: readonly (readonly [key: keyof DecodedVolume, shown: string, what: string])[] = [
  ['photonPersistentDisk', 'photonPersistentDisk', 'deprecated in v1.11, non-functional in v1.16+'],
  ['gitRepo', 'gitRepo', 'deprecated in v1.11, and disabled by default in v1.33+'],
  ['scaleIO', 'scaleIO', 'deprecated in v1.16, non-functional in v1.22+'],
  ['flocker', 'flocker', 'deprecated in v1.22, non-functional in v1.25+'],
  ['storageos', 'storageOS', 'deprecated in v1.22, non-functional in v1.25+'],
  ['quobyte', 'quobyte', 'deprecated in v1.22, non-functional in v1.25+'],
  ['glusterfs', 'glusterfs', 'deprecated in v1.25, non-functional in v1.26+'],
  ['cephfs', 'cephfs', 'deprecated in v1.28, non-functional in v1.31+'],
  ['rbd', 'rbd', 'deprecated in v1.28, non-functional in v1.31+'],
]

/** What the API server says of volumes of kinds that are no more, in which a file stands in another’s place, or which give no files. */
export function volumeWarnings(volumes: readonly DecodedVolume[]): readonly string[] {
  const warnings: string[] = []
  for (const [index, volume] of volumes.entries())
    for (const [key, shown, what] of gone)
      if (volume[key] !== undefined) warnings.push(`spec.volumes[${index}].${shown}: ${what}`)
  return [...warnings, ...fileWarnings(volumes)]
}

function fileWarnings(volumes: readonly DecodedVolume[]): readonly string[] {
  return volumes.flatMap(({ name, secret, configMap, downwardAPI, projected }) => {
    const paths = (items: readonly { readonly path: string }[]) => items.map(({ path }) => ({ path, from: '' }))
    if (secret) return overlaps(`volume "${name}" (Secret "${secret.secretName}")`, paths(secret.items))
    if (configMap) return overlaps(`volume "${name}" (ConfigMap "${configMap.name}")`, paths(configMap.items))
    if (downwardAPI) return overlaps(`volume "${name}" (DownwardAPI)`, paths(downwardAPI.items))
    if (!projected) return []
    const files = projected.sources.flatMap(
      ({ secret, configMap, downwardAPI, serviceAccountToken }): readonly File[] => [
        ...(secret?.items ?? []).map(({ path }) => ({ path, from: ` (Secret "${secret?.name}")` })),
        ...(configMap?.items ?? []).map(({ path }) => ({ path, from: ` (ConfigMap "${configMap?.name}")` })),
        ...(downwardAPI?.items ?? []).map(({ path }) => ({ path, from: ' (DownwardAPI)' })),
        ...(serviceAccountToken ? [{ path: serviceAccountToken.path, from: ' (ServiceAccountToken)' }] : []),
      ],
    )
    const isBare = projected.sources.some(source => Object.values(source).every(it => it === undefined))
    const here = `volume "${name}" (Projected)`
    return [...(isBare ? [`${here} has no sources provided`] : []), ...overlaps(here, files)]
  })
}

function overlaps(volume: string, files: readonly File[]): readonly string[] {
  return files.flatMap(({ path, from }, index) => {
    const other = files.slice(0, index).find(it => within(it.path, path) || within(path, it.path))
    return other ? [`${volume}: overlapping paths: "${path}"${from} with "${other.path}"${other.from}`] : []
  })
}

function within(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}
