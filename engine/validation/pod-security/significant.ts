import type { Container, Pod } from '../pod/pod.ts'

/** Whether a change of a Pod is one that the plugin looks at: other images, or other containers. */
export function isSignificant({ spec: before }: Pod, { spec: after }: Pod): boolean {
  return (
    differ(before.containers, after.containers) ||
    differ(before.initContainers ?? none, after.initContainers ?? none) ||
    (after.ephemeralContainers ?? none).some(({ name, image }) => {
      const known = before.ephemeralContainers?.find(it => it.name === name)
      return known === undefined || known.image !== image
    })
  )
}

const none: readonly Container[] = []

function differ(before: readonly Container[], after: readonly Container[]): boolean {
  return before.length !== after.length || after.some(({ image }, index) => image !== before[index]?.image)
}
