import type { ContainerdConfig } from '../../validation/containerd-config/config.ts'
import { oldPlugin, pluginOf } from '../../validation/containerd-config/plugin.ts'
import { parseToml } from '../../validation/containerd-config/toml/parse.ts'
import type { TomlTable, TomlValue } from '../../validation/containerd-config/toml/value.ts'
import type { Line } from '../evaluator.ts'

const imagesPlugin = 'io.containerd.cri.v1.images'

/** What containerd sets for runc before it reads a file. */
const runcOptions = {
  ...{ BinaryName: '', CriuImagePath: '', CriuWorkPath: '', IoGid: 0, IoUid: 0, NoNewKeyring: false, Root: '' },
  ...{ ShimCgroup: '', SystemdCgroup: false },
}

/** What is in force of a configuration as far as containerd can read it, as its plugin for the kubelet sees it. */
export function inForce(text: string, config: ContainerdConfig): Line {
  const toml = parseToml(text)
  const root = 'root' in toml ? toml.root : undefined
  const plugin = root && pluginOf(root, Math.max(config.version, 1)).table
  const containerd = tableIn(plugin, 'containerd')
  const list = tableIn(containerd, 'runtimes')
  const runtimes = [...config.runtimes].map(([handler, { type }]): readonly [string, Line] => {
    const table = tableIn(list, handler)
    const options = table?.entries.get('options')?.value
    const written = options ? plain(options) : undefined
    // A table of nothing is none.
    const given = isObject(written) && Object.keys(written).length === 0 ? undefined : written
    const sandboxer = textIn(table, 'sandboxer')
    return [
      handler,
      {
        options: handler === 'runc' ? { ...runcOptions, ...(isObject(given) && given) } : (given ?? null),
        podAnnotations: table?.entries.has('pod_annotations')
          ? plain(table.entries.get('pod_annotations')?.value)
          : null,
        privilegedWithoutHostDevices: plain(table?.entries.get('privileged_without_host_devices')?.value) ?? false,
        runtimeType: type,
        sandboxer: sandboxer === undefined || sandboxer === '' ? 'podsandbox' : sandboxer,
      },
    ]
  })
  const plugins = tableIn(root, 'plugins')
  const images = tableIn(plugins, imagesPlugin)
  const old = config.version === 2 ? tableIn(plugins, oldPlugin) : undefined
  const sandboxImage = textIn(tableIn(images, 'pinned_images'), 'sandbox') ?? textIn(old, 'sandbox_image')
  return {
    defaultRuntimeName: textIn(containerd, 'default_runtime_name') ?? 'runc',
    runtimes: Object.fromEntries(runtimes),
    sandboxImage: sandboxImage ?? 'registry.k8s.io/pause:3.10',
    snapshotter: textIn(images, 'snapshotter') ?? 'overlayfs',
    // A file that says nothing, or 1, is read as one of the newest version.
    version: config.version < 2 ? 3 : config.version,
  }
}

function tableIn(table: TomlTable | undefined, key: string): TomlTable | undefined {
  const value = table?.entries.get(key)?.value
  return value?.is === 'table' ? value : undefined
}

function textIn(table: TomlTable | undefined, key: string): string | undefined {
  const value = table?.entries.get(key)?.value
  return value?.is === 'string' ? value.value : undefined
}

function plain(value: TomlValue | undefined): unknown {
  if (value?.is === 'table') return Object.fromEntries([...value.entries].map(([key, it]) => [key, plain(it.value)]))
  if (value?.is === 'array') return value.items.map(plain)
  return value && 'value' in value ? value.value : undefined
}

function isObject(value: unknown): value is Line {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
