import type { Field } from '../field.ts'

const metadata: Field = {
  says: 'What the object is called, and what is noted of it.',
  keys: {
    name: { says: 'The name: lower-case letters, digits, - and dots.' },
    namespace: { says: 'The namespace it lies in. A RuntimeClass lies in none.' },
    labels: { says: 'Words by which objects are found.', others: { says: 'A label.' } },
    annotations: { says: 'Notes for programs.', others: { says: 'An annotation.' } },
  },
}

const resources: Field = {
  says: 'Amounts of resources.',
  keys: {
    cpu: { says: 'Processors: 250m is a quarter of one.' },
    memory: { says: 'Memory: 120Mi, 1Gi.' },
    'ephemeral-storage': { says: 'Space on the node’s disk.' },
  },
}

const tolerations: Field = {
  says: 'Taints of nodes that do not keep the Pod away.',
  items: {
    says: 'A taint that is tolerated.',
    keys: {
      key: { says: 'The key of the taint. Left out with the operator Exists: every taint.' },
      operator: {
        says: 'How the taint is compared. Left out: Equal.',
        values: [
          { text: 'Equal', says: 'Key and value are the same.' },
          { text: 'Exists', says: 'The key is there; a value is not written.' },
        ],
      },
      value: { says: 'The value of the taint, for Equal.' },
      effect: {
        says: 'The effect that is tolerated. Left out: all.',
        values: [
          { text: 'NoSchedule', says: 'New Pods keep away.' },
          { text: 'PreferNoSchedule', says: 'New Pods keep away where they can.' },
          { text: 'NoExecute', says: 'Pods that run there have to go.' },
        ],
      },
      tolerationSeconds: { says: 'For NoExecute: how long the Pod may stay.' },
    },
  },
}

const nodeSelector: Field = {
  says: 'Labels that a node has to have.',
  keys: {
    'kubernetes.io/hostname': { says: 'The node’s name.' },
    'kubernetes.io/os': { says: 'The operating system: linux or windows.' },
  },
  others: { says: 'The value that the label has.' },
}

/** A RuntimeClass, for people who ask while they type. */
export const runtimeClassHelp: Field = {
  says: 'A RuntimeClass: a name under which Pods ask for a way to run.',
  keys: {
    apiVersion: {
      says: 'The group and version of the object.',
      values: [{ text: 'node.k8s.io/v1', says: 'The only version of RuntimeClass.' }],
    },
    kind: { says: 'What the object is.', values: [{ text: 'RuntimeClass', says: 'A way to run Pods.' }] },
    metadata,
    handler: {
      says: 'The name of a runtime in the configuration of the nodes: the last part of the runtimes table of containerd.',
      values: [
        { text: 'runc', says: 'The usual runtime.' },
        { text: 'runsc', says: 'The name that the documents of gVisor use: a kernel of its own in user space.' },
        { text: 'kata', says: 'The name that the documents of Kata Containers use: a small virtual machine.' },
      ],
    },
    overhead: {
      says: 'What the runtime itself takes, beside the containers.',
      keys: { podFixed: { ...resources, says: 'Amounts that are added to every Pod of this class.' } },
    },
    scheduling: {
      says: 'On which nodes Pods of this class may run. It is added to what the Pod says.',
      keys: { nodeSelector, tolerations },
    },
  },
}

const yesOrNo = (yes: string, no: string) => [
  { text: 'true', says: yes },
  { text: 'false', says: no },
]

const seccompProfile: Field = {
  says: 'Which system calls may be made.',
  keys: {
    type: {
      says: 'Where the profile comes from.',
      values: [
        { text: 'RuntimeDefault', says: 'The profile that the runtime brings.' },
        { text: 'Localhost', says: 'A file on the node, named by localhostProfile.' },
        { text: 'Unconfined', says: 'No profile: every call may be made.' },
      ],
    },
    localhostProfile: { says: 'The file, from /var/lib/kubelet/seccomp on. Only for Localhost.' },
  },
}

const capability: Field = {
  says: 'A capability, without CAP_.',
  values: ['ALL', 'NET_BIND_SERVICE', 'NET_ADMIN', 'NET_RAW', 'SYS_ADMIN', 'SYS_PTRACE', 'SYS_TIME', 'CHOWN'].map(
    text => ({
      text,
      says: text === 'ALL' ? 'Every capability.' : `The capability CAP_${text}.`,
    }),
  ),
}

const container: Field = {
  says: 'A container of the Pod.',
  keys: {
    name: { says: 'The name of the container in its Pod.' },
    image: { says: 'The image that it runs.' },
    command: { says: 'The program, in place of the image’s own.', items: { says: 'A word of the command.' } },
    args: { says: 'Words for the program.', items: { says: 'A word for the program.' } },
    env: {
      says: 'Variables of the environment.',
      items: { says: 'A variable.', keys: { name: { says: 'Its name.' }, value: { says: 'Its value.' } } },
    },
    volumeMounts: {
      says: 'Where volumes of the Pod are in the container.',
      items: {
        says: 'A volume in the container.',
        keys: {
          name: { says: 'The name of a volume of the Pod.' },
          mountPath: { says: 'Where it is in the container.' },
          readOnly: { says: 'Whether it may only be read.', values: yesOrNo('Only read.', 'Read and written.') },
        },
      },
    },
    resources: {
      says: 'What the container asks for and may take.',
      keys: {
        requests: { ...resources, says: 'What is kept free for it.' },
        limits: { ...resources, says: 'What it may take at most.' },
      },
    },
    securityContext: {
      says: 'Rights of the container. It overrides what the Pod says.',
      keys: {
        privileged: {
          says: 'Whether it may do nearly everything on the node.',
          values: yesOrNo('It may.', 'It may not.'),
        },
        allowPrivilegeEscalation: {
          says: 'Whether a program may get more rights than the one that started it.',
          values: yesOrNo('It may.', 'It may not; the flag no_new_privs is set.'),
        },
        readOnlyRootFilesystem: {
          says: 'Whether its file system may only be read.',
          values: yesOrNo('Only read.', 'Read and written.'),
        },
        runAsNonRoot: { says: 'Whether it is refused to run as root.', values: yesOrNo('It is.', 'It is not.') },
        runAsUser: { says: 'The number of the user that it runs as.' },
        runAsGroup: { says: 'The number of the group that it runs as.' },
        capabilities: {
          says: 'Capabilities beside the usual ones.',
          keys: {
            add: { says: 'Capabilities that it gets.', items: capability },
            drop: { says: 'Capabilities that it loses.', items: capability },
          },
        },
        seccompProfile,
      },
    },
  },
}

/** A Pod, for people who ask while they type: what a lab is about, and what every Pod has. */
export const podHelp: Field = {
  says: 'A Pod.',
  keys: {
    apiVersion: { says: 'The version of the object.', values: [{ text: 'v1', says: 'The core group.' }] },
    kind: { says: 'What the object is.', values: [{ text: 'Pod', says: 'Containers that run together.' }] },
    metadata,
    spec: {
      says: 'What runs, and how.',
      keys: {
        runtimeClassName: {
          says: 'The RuntimeClass that the Pod runs with. Left out: the runtime that the node takes by itself.',
        },
        containers: { says: 'The containers.', items: container },
        initContainers: { says: 'Containers that run before the others, one after another.', items: container },
        nodeName: { says: 'The node. The scheduler is not asked, and taints are not looked at.' },
        nodeSelector,
        tolerations,
        overhead: {
          ...resources,
          says: 'What the runtime takes. The RuntimeClass sets it; written by hand it has to be the same.',
        },
        hostNetwork: { says: 'Whether it shares the node’s network.', values: yesOrNo('It does.', 'It does not.') },
        hostPID: { says: 'Whether it sees the node’s processes.', values: yesOrNo('It does.', 'It does not.') },
        hostIPC: { says: 'Whether it shares the node’s shared memory.', values: yesOrNo('It does.', 'It does not.') },
        restartPolicy: {
          says: 'When containers are started again.',
          values: [
            { text: 'Always', says: 'Whenever they end.' },
            { text: 'OnFailure', says: 'When they end with an error.' },
            { text: 'Never', says: 'Not at all.' },
          ],
        },
        serviceAccountName: { says: 'The service account whose rights it has at the API server.' },
        automountServiceAccountToken: {
          says: 'Whether the token of the service account is put into the containers.',
          values: yesOrNo('It is.', 'It is not.'),
        },
        securityContext: {
          says: 'Rights of all containers of the Pod.',
          keys: {
            runAsNonRoot: { says: 'Whether running as root is refused.', values: yesOrNo('It is.', 'It is not.') },
            runAsUser: { says: 'The number of the user that they run as.' },
            runAsGroup: { says: 'The number of the group that they run as.' },
            fsGroup: { says: 'The group that volumes belong to.' },
            seccompProfile,
          },
        },
        volumes: {
          says: 'Volumes that the containers may mount.',
          items: {
            says: 'A volume.',
            keys: {
              name: { says: 'Its name.' },
              hostPath: {
                says: 'A path of the node.',
                keys: {
                  path: { says: 'The path on the node.' },
                  type: {
                    says: 'What has to be there.',
                    values: [
                      { text: 'File', says: 'A file.' },
                      { text: 'FileOrCreate', says: 'A file; an empty one is made.' },
                      { text: 'Directory', says: 'A directory.' },
                      { text: 'DirectoryOrCreate', says: 'A directory; an empty one is made.' },
                    ],
                  },
                },
              },
              emptyDir: { says: 'An empty directory that goes with the Pod.', keys: {} },
              configMap: {
                says: 'The contents of a ConfigMap.',
                keys: { name: { says: 'The name of the ConfigMap.' } },
              },
              secret: { says: 'The contents of a Secret.', keys: { secretName: { says: 'The name of the Secret.' } } },
            },
          },
        },
      },
    },
  },
}
