import type { PodSpec, Volume } from '../pod/pod.ts'

export interface FoundVolume {
  readonly volume: Volume
  /** In the Pod's list. */
  readonly index: number
}

const none: readonly FoundVolume[] = []

/** The volumes that are so. Where none is, nothing is made. */
export function volumesThat({ volumes }: PodSpec, is: (it: Volume) => boolean): readonly FoundVolume[] {
  if (volumes === undefined) return none
  let found: FoundVolume[] | undefined
  for (let index = 0; index < volumes.length; index++) {
    const volume = volumes[index]
    if (volume === undefined || !is(volume)) continue
    if (found) found.push({ volume, index })
    else found = [{ volume, index }]
  }
  return found ?? none
}
