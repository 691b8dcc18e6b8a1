import { z } from 'zod'
import type { FalcoEvent } from '../validation/falco/event.ts'
import type { ActionScope } from '../validation/falco/events/suspicious/action.ts'
import { fireAction, suspiciousActions } from '../validation/falco/events/suspicious/fire.ts'
import { nearestName } from '../validation/nearest-name.ts'

const name = z
  .string()
  .min(1)
  .meta({
    description: 'The name of an action, as `event-generator list` tells them.',
    examples: ['ReadSensitiveFileUntrusted'],
  })
const word = z.string().min(1).optional()

/** An action as a check names it: alone for one that the host does, or with the container that does it. */
export const askedAction = z.union([
  name,
  z.strictObject({
    action: name,
    container: word.meta({ description: 'The name of the container. Left out: the host does it.', examples: ['web'] }),
    image: word.meta({ description: "The container's image.", examples: ['docker.io/library/nginx:1.29'] }),
    pod: word.meta({ description: "The name of the container's Pod.", examples: ['web'] }),
    ns: word.meta({ description: "The Pod's namespace.", examples: ['shop'] }),
    privileged: z.boolean().optional().describe('Whether the container is privileged. Left out: it is not.'),
  }),
])
type AskedAction = z.infer<typeof askedAction>

/** The events of an action, in order; or what is wrong with it, in a sentence. */
export function readAskedAction(
  asked: AskedAction,
): { readonly name: string; readonly events: readonly FalcoEvent[] } | { readonly fault: string } {
  const written = typeof asked === 'string' ? { action: asked } : asked
  const all = suspiciousActions()
  const action = all.find(each => each.name === written.action)
  if (!action) {
    const near = nearestName(
      written.action,
      all.map(each => each.name),
    )
    const remedy = near === undefined ? 'event-generator list tells all of them.' : `Write ${near}.`
    return { fault: `There is no action ${written.action}. ${remedy}` }
  }
  const scope = scopeOf(written)
  if ('fault' in scope) return scope
  if (action.where.includes(scope.where)) return { name: action.name, events: fireAction(action, scope) }
  return {
    fault:
      scope.where === 'host'
        ? `${action.name} makes sense in a container only. Add container and image.`
        : `${action.name} makes sense on the host only. Take container out.`,
  }
}

function scopeOf({
  container,
  image,
  pod,
  ns,
  privileged,
}: Exclude<AskedAction, string>): ActionScope | { readonly fault: string } {
  if (container === undefined)
    return [image, pod, ns, privileged].every(it => it === undefined)
      ? { where: 'host' }
      : { fault: 'What the host does has no image, Pod or namespace. Add container.' }
  if (image === undefined) return { fault: 'A container has an image. Add image.' }
  return {
    where: 'container',
    name: container,
    image,
    ...(pod === undefined ? {} : { pod }),
    ...(ns === undefined ? {} : { ns }),
    ...(privileged === undefined ? {} : { privileged }),
  }
}
