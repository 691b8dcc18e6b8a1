import { localReference } from '../../validation/kubernetes/core/container-type.ts'
import { bool, int32, list, map, pointer, struct, text } from '../../validation/kubernetes/decode-types.ts'
import { objectMeta, typeMeta } from '../../validation/kubernetes/metadata-type.ts'
import { readObject } from '../../validation/kubernetes/read-object.ts'
import { type PodSecurityConfiguration, usualConfiguration } from '../../validation/pod-security/configuration.ts'
import type { RuntimeClass } from '../../validation/runtime-class/objects.ts'
import { readManifests } from '../../validation/runtime-class/read.ts'
import { systemPriorities } from './admit-priority.ts'

export interface ServiceAccount {
  readonly automountToken?: boolean
  readonly imagePullSecrets: readonly string[]
}

export interface PriorityClass {
  readonly name: string
  readonly value: number
  /** Of Pods that name none. */
  readonly isDefault: boolean
  readonly preemptionPolicy?: string
}

/** The objects of a cluster that decide about others. */
export interface Store {
  /** Labels by the name of the namespace. */
  readonly namespaces: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** By namespace, then name. Every namespace has the one that is called `default`. */
  readonly serviceAccounts: ReadonlyMap<string, ReadonlyMap<string, ServiceAccount>>
  readonly runtimeClasses: ReadonlyMap<string, RuntimeClass>
  readonly priorityClasses: readonly PriorityClass[]
  /** How the plugin PodSecurity is set; what it looks at besides are the labels of namespaces. */
  readonly podSecurity: PodSecurityConfiguration
}

const namespaceType = struct('v1.Namespace', { ...typeMeta, metadata: objectMeta })
const accountType = struct('v1.ServiceAccount', {
  ...{ ...typeMeta, metadata: objectMeta },
  imagePullSecrets: list(localReference),
  automountServiceAccountToken: pointer(bool),
})
const priorityType = struct('v1.PriorityClass', {
  ...{ ...typeMeta, metadata: objectMeta },
  ...{ value: int32, globalDefault: bool, preemptionPolicy: pointer(text()), description: text() },
})
const anyType = struct('v1.Object', { ...typeMeta, metadata: struct('v1.ObjectMeta', { labels: map(text()) }) })

/**
 * A store that holds what texts of objects say, each in JSON or YAML. Objects that decide nothing here are left out.
 * Without a configuration of its own, the plugin PodSecurity lets everything in where a namespace has no labels for it.
 */
export function storeOf(texts: readonly string[], podSecurity = usualConfiguration): Store {
  const namespaces = new Map<string, ReadonlyMap<string, string>>()
  for (const name of ['default', 'kube-system', 'kube-public', 'kube-node-lease']) namespaces.set(name, new Map())
  const accounts = new Map<string, Map<string, ServiceAccount>>()
  const runtimeClasses = new Map<string, RuntimeClass>()
  const priorityClasses = [...systemPriorities]
  for (const written of texts) {
    const any = readObject(anyType, written)
    if ('refused' in any) continue
    const { kind } = any.value
    if (kind === 'Namespace') {
      const object = readObject(namespaceType, written)
      if (!('refused' in object)) namespaces.set(object.value.metadata.name, object.value.metadata.labels)
    } else if (kind === 'ServiceAccount') {
      const object = readObject(accountType, written)
      if ('refused' in object) continue
      const { metadata, imagePullSecrets, automountServiceAccountToken: automountToken } = object.value
      const here = accounts.get(metadata.namespace) ?? new Map<string, ServiceAccount>()
      here.set(metadata.name, {
        ...(automountToken !== undefined && { automountToken }),
        imagePullSecrets: imagePullSecrets.map(({ name }) => name),
      })
      accounts.set(metadata.namespace, here)
    } else if (kind === 'PriorityClass') {
      const object = readObject(priorityType, written)
      if ('refused' in object) continue
      const { metadata, value, globalDefault: isDefault, preemptionPolicy } = object.value
      const policy = preemptionPolicy !== undefined && { preemptionPolicy }
      priorityClasses.push({ name: metadata.name, value, isDefault, ...policy })
    } else if (kind === 'RuntimeClass') {
      for (const each of readManifests(written).value?.classes ?? []) runtimeClasses.set(each.name, each)
    }
  }
  for (const name of namespaces.keys()) {
    const here = accounts.get(name) ?? new Map<string, ServiceAccount>()
    if (!here.has('default')) here.set('default', { imagePullSecrets: [] })
    accounts.set(name, here)
  }
  return { namespaces, serviceAccounts: accounts, runtimeClasses, priorityClasses, podSecurity }
}
