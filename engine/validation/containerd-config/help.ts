import type { Field } from '../field.ts'
import { oldPlugin, runtimePlugin } from './plugin.ts'

const runtime: Field = {
  says: 'A runtime. Its name is what a RuntimeClass calls its handler.',
  keys: {
    runtime_type: {
      says: 'The shim that containerd starts for it. io.containerd.runsc.v1 is the program containerd-shim-runsc-v1.',
      values: [
        { text: 'io.containerd.runc.v2', says: 'The shim of runc, the usual runtime.' },
        { text: 'io.containerd.runsc.v1', says: 'The shim of gVisor.' },
        { text: 'io.containerd.kata.v2', says: 'The shim of Kata Containers.' },
      ],
    },
    runtime_path: { says: 'The path of the shim itself, in place of one that is found by runtime_type.' },
    pod_annotations: {
      says: 'Annotations of the Pod that the runtime is told of.',
      items: { says: 'The name of an annotation, or its beginning with a * behind it.' },
    },
    container_annotations: {
      says: 'Annotations of the container that the runtime is told of.',
      items: { says: 'The name of an annotation, or its beginning with a * behind it.' },
    },
    snapshotter: { says: 'What keeps the layers of images for this runtime.' },
    base_runtime_spec: { says: 'A file with the specification that containers begin with.' },
    privileged_without_host_devices: {
      says: 'Whether privileged containers go without the devices of the node.',
      values: [
        { text: 'true', says: 'They go without.' },
        { text: 'false', says: 'They get them.' },
      ],
    },
    options: {
      says: 'What the shim is told. The keys are its own.',
      keys: {
        BinaryName: { says: 'The path of the program, for runc.' },
        SystemdCgroup: {
          says: 'Whether systemd makes the cgroups; it has to be what the kubelet does.',
          values: [
            { text: 'true', says: 'Systemd makes them.' },
            { text: 'false', says: 'The runtime makes them itself.' },
          ],
        },
        TypeUrl: {
          says: 'The type of the options, where a shim asks for it.',
          values: [{ text: 'io.containerd.runsc.v1.options', says: 'The options of gVisor.' }],
        },
        ConfigPath: { says: 'The file with the configuration of the runtime.' },
      },
    },
  },
}

const plugin = (says: string): Field => ({
  says,
  keys: {
    containerd: {
      says: 'How containers are run.',
      keys: {
        default_runtime_name: {
          says: 'The runtime of Pods without a RuntimeClass. It has to stand under runtimes.',
          values: [{ text: 'runc', says: 'The usual runtime.' }],
        },
        runtimes: { says: 'The runtimes, each a table under the name of its handler.', others: runtime },
      },
    },
  },
})

/** The configuration of containerd, for people who ask while they type. */
export const containerdHelp: Field = {
  says: 'The configuration of containerd. It is read when containerd starts.',
  keys: {
    version: {
      says: 'The version of the format. It says under which name the plugins are looked for.',
      values: [
        { text: '3', says: 'The format of containerd 2.' },
        { text: '2', says: 'The format of containerd 1, which containerd 2 reads too.' },
      ],
    },
    imports: { says: 'Files that are laid over this one.', items: { says: 'A path, with * for many.' } },
    disabled_plugins: {
      says: 'Plugins that are turned off.',
      items: { says: 'The name of a plugin, such as io.containerd.grpc.v1.cri, which the kubelet needs.' },
    },
    root: { says: 'Where containerd keeps what lasts.' },
    state: { says: 'Where containerd keeps what goes with the next start.' },
    plugins: {
      says: 'Plugins, each a table under its name.',
      keys: {
        [runtimePlugin]: plugin('What runs the containers of Kubernetes, in version 3.'),
        [oldPlugin]: plugin('What runs the containers of Kubernetes, in version 2.'),
      },
    },
  },
}
