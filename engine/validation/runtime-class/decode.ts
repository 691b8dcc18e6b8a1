import type { Path } from '../../yaml/range.ts'
import { type At, type Fields, type GoDecoder, isMap, jsonKind } from '../audit-policy/go-decode.ts'
import { type Quantity, readQuantity } from '../kubernetes/quantity.ts'
import { containerFields, metadataFields, podSpecFields } from './fields.ts'
import type { Resources } from './resources.ts'
import type { Toleration } from './toleration.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Note = (path: Path, message: string) => void

export interface RawMetadata {
  readonly name: string
  readonly generateName: string
  readonly namespace: string
}

export interface RawClass {
  readonly metadata: RawMetadata
  readonly handler: string
  readonly overhead?: Resources
  readonly nodeSelector: ReadonlyMap<string, string>
  readonly tolerations: readonly Toleration[]
}

export interface RawContainer {
  readonly path: Path
  readonly name: string
  readonly image: string
}

export interface RawPod {
  readonly metadata: RawMetadata
  readonly containers: readonly RawContainer[]
  readonly runtimeClassName?: string
  readonly overhead?: Resources
  readonly nodeName: string
  readonly nodeSelector: ReadonlyMap<string, string>
  readonly tolerations: readonly Toleration[]
  readonly hasAffinity: boolean
}

const ignored = () => {}
const all = (names: ReadonlySet<string>): Fields => Object.fromEntries([...names].map(name => [name, ignored]))

/** Decodes a RuntimeClass. Findings gather in the decoder; `badQuantity` is told of amounts that cannot be read. */
export function decodeClass(decoder: GoDecoder, value: unknown, badQuantity: Note): RawClass {
  const read: Mutable<RawClass> = { metadata: noMetadata, handler: '', nodeSelector: new Map(), tolerations: [] }
  decoder.struct(value, root, 'RuntimeClass', 'v1.RuntimeClass', {
    apiVersion: ignored,
    kind: ignored,
    metadata(given, at) {
      read.metadata = metadata(decoder, given, at)
    },
    handler(given, at) {
      read.handler = decoder.string(given, at)
    },
    overhead(given, at) {
      decoder.struct(given, at, 'Overhead', 'v1.Overhead', {
        podFixed(fixed, place) {
          const resources = amounts(decoder, fixed, place, badQuantity)
          if (resources) read.overhead = resources
        },
      })
    },
    scheduling(given, at) {
      decoder.struct(given, at, 'Scheduling', 'v1.Scheduling', {
        nodeSelector(selector, place) {
          read.nodeSelector = texts(decoder, selector, place)
        },
        tolerations(list, place) {
          read.tolerations = tolerations(decoder, list, place)
        },
      })
    },
  })
  return read
}

/** Decodes a Pod: unknown fields are found down to its containers, and not inside what is not read here. */
export function decodePod(decoder: GoDecoder, value: unknown, badQuantity: Note): RawPod {
  const containers: RawContainer[] = []
  const read: Mutable<RawPod> = {
    ...{ metadata: noMetadata, containers, nodeName: '', nodeSelector: new Map(), tolerations: [], hasAffinity: false },
  }
  const spec: Fields = {
    ...all(podSpecFields),
    containers: (given, at) => {
      decoder.list(given, at, 'v1.Container', (one, place) => {
        containers.push(container(decoder, one, place))
      })
    },
    initContainers: (given, at) => {
      decoder.list(given, at, 'v1.Container', (one, place) => {
        container(decoder, one, place)
      })
    },
    runtimeClassName: (given, at) => {
      if (given !== null) read.runtimeClassName = decoder.string(given, at)
    },
    overhead: (given, at) => {
      const resources = amounts(decoder, given, at, badQuantity)
      if (resources) read.overhead = resources
    },
    nodeName: (given, at) => {
      read.nodeName = decoder.string(given, at)
    },
    nodeSelector: (given, at) => {
      read.nodeSelector = texts(decoder, given, at)
    },
    tolerations: (given, at) => {
      read.tolerations = tolerations(decoder, given, at)
    },
    affinity: given => {
      read.hasAffinity = isMap(given) && Object.keys(given).length > 0
    },
  }
  decoder.struct(value, root, 'Pod', 'v1.Pod', {
    apiVersion: ignored,
    kind: ignored,
    status: ignored,
    metadata(given, at) {
      read.metadata = metadata(decoder, given, at)
    },
    spec(given, at) {
      decoder.struct(given, at, 'PodSpec', 'v1.PodSpec', spec)
    },
  })
  return read
}

const root: At = { path: [], owner: '', trail: '' }
const noMetadata: RawMetadata = { name: '', generateName: '', namespace: '' }

function metadata(decoder: GoDecoder, value: unknown, at: At): RawMetadata {
  const read: Mutable<RawMetadata> = { ...noMetadata }
  decoder.struct(value, at, 'ObjectMeta', 'v1.ObjectMeta', {
    ...all(metadataFields),
    name: (given, place) => {
      read.name = decoder.string(given, place)
    },
    generateName: (given, place) => {
      read.generateName = decoder.string(given, place)
    },
    namespace: (given, place) => {
      read.namespace = decoder.string(given, place)
    },
    labels: (given, place) => {
      texts(decoder, given, place)
    },
    annotations: (given, place) => {
      texts(decoder, given, place)
    },
  })
  return read
}

function container(decoder: GoDecoder, value: unknown, at: At): RawContainer {
  const read: Mutable<RawContainer> = { path: at.path, name: '', image: '' }
  decoder.struct(value, at, 'Container', 'v1.Container', {
    ...all(containerFields),
    name: (given, place) => {
      read.name = decoder.string(given, place)
    },
    image: (given, place) => {
      read.image = decoder.string(given, place)
    },
  })
  return read
}

function texts(decoder: GoDecoder, value: unknown, at: At): ReadonlyMap<string, string> {
  const read = new Map<string, string>()
  if (value !== null && !isMap(value)) {
    // A struct of this type says the same of a value that is no map.
    decoder.struct(value, at, '', 'map[string]string', {})
    return read
  }
  for (const key of Object.keys(value ?? {}).sort())
    read.set(key, decoder.string(value?.[key], { ...at, path: [...at.path, key] }))
  return read
}

function tolerations(decoder: GoDecoder, value: unknown, at: At): readonly Toleration[] {
  const read: Toleration[] = []
  decoder.list(value, at, 'v1.Toleration', (each, place) => {
    const one: Mutable<Toleration> = { key: '', operator: '', value: '', effect: '' }
    decoder.struct(each, place, 'Toleration', 'v1.Toleration', {
      key(given, here) {
        one.key = decoder.string(given, here)
      },
      operator(given, here) {
        one.operator = decoder.string(given, here, 'v1.TolerationOperator')
      },
      value(given, here) {
        one.value = decoder.string(given, here)
      },
      effect(given, here) {
        one.effect = decoder.string(given, here, 'v1.TaintEffect')
      },
      tolerationSeconds(given, here) {
        if (typeof given === 'number' && Number.isInteger(given)) one.tolerationSeconds = given
        else if (isMap(given)) decoder.string(given, here, 'int64')
        else decoder.struct(given, here, '', 'int64', {})
      },
    })
    read.push(one)
  })
  return read
}

function amounts(decoder: GoDecoder, value: unknown, at: At, badQuantity: Note): Resources | undefined {
  if (value === null) return undefined
  if (!isMap(value)) {
    decoder.struct(value, at, '', 'v1.ResourceList', {})
    return undefined
  }
  const read = new Map<string, Quantity>()
  for (const key of Object.keys(value).sort()) {
    const given = value[key]
    const quantity = readQuantity(
      given === null ? '0' : isMap(given) || Array.isArray(given) ? jsonKind(given) : String(given),
    )
    if ('error' in quantity) badQuantity([...at.path, key], quantity.error)
    else read.set(key, quantity)
  }
  return read
}
