import type { Volume } from '../../pod/pod.ts'
import { plural, quoted, sortedOnce } from '../offenders.ts'
import type { Rule } from '../rule.ts'
import { volumesThat } from '../volumes.ts'

/** Restricted: volumes come from the API or a driver, never straight from a host or a server. */
export const restrictedVolumes: Rule = {
  id: 'restrictedVolumes',
  level: 'restricted',
  revisions: [
    {
      since: 0,
      replaces: 'hostPathVolumes',
      check({ spec }) {
        const found = volumesThat(spec, isRestricted)
        if (found.length === 0) return undefined
        return {
          reason: 'restricted volume types',
          detail() {
            const types = sortedOnce(found.map(({ volume }) => typeOf(volume)))
            const names = quoted(found.map(({ volume }) => volume.name))
            const who = found.length === 1 ? `volume ${names} uses` : `volumes ${names} use`
            return `${who} restricted volume ${plural('type', types.length)} ${quoted(types)}`
          },
          paths: () => found.map(({ volume, index }) => ['spec', 'volumes', index, typeOf(volume)]),
        }
      },
    },
  ],
}

function isRestricted(volume: Volume): boolean {
  return (
    volume.configMap === undefined &&
    volume.emptyDir === undefined &&
    volume.secret === undefined &&
    volume.projected === undefined &&
    volume.persistentVolumeClaim === undefined &&
    volume.downwardAPI === undefined &&
    volume.csi === undefined &&
    volume.ephemeral === undefined &&
    volume.image === undefined
  )
}

/** Types that the check knows by name; of any other it says `unknown`. */
const known = [
  ...['hostPath', 'gcePersistentDisk', 'awsElasticBlockStore', 'gitRepo', 'nfs', 'iscsi', 'glusterfs', 'rbd'],
  ...['flexVolume', 'cinder', 'cephfs', 'flocker', 'fc', 'azureFile', 'vsphereVolume', 'quobyte', 'azureDisk'],
  ...['photonPersistentDisk', 'portworxVolume', 'scaleIO', 'storageos'],
]

function typeOf(volume: Volume): string {
  return known.find(type => volume[type] !== undefined) ?? 'unknown'
}
