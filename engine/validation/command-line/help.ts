import type { Field } from '../field.ts'

const flags: Field = {
  says: 'Flags that are added: name and value.',
  items: {
    says: 'A flag.',
    keys: { name: { says: 'The name, without the dashes.' }, value: { says: 'The value, as a text.' } },
  },
}
const component = (says: string): Field => ({ says, keys: { extraArgs: flags } })
const node: Field = { says: 'The node that is made.', keys: { kubeletExtraArgs: flags } }

/** A configuration of kubeadm, as far as it is about flags. */
export const kubeadmHelp: Field = {
  says: 'How kubeadm makes a cluster or joins one.',
  keys: {
    apiVersion: {
      says: 'The version of this file.',
      values: [
        { text: 'kubeadm.k8s.io/v1beta4', says: 'Flags are a list.' },
        { text: 'kubeadm.k8s.io/v1beta3', says: 'Flags are a map.' },
      ],
    },
    kind: {
      says: 'What it is about.',
      values: [
        { text: 'ClusterConfiguration', says: 'The cluster and its control plane.' },
        { text: 'InitConfiguration', says: 'The first node.' },
        { text: 'JoinConfiguration', says: 'A further node.' },
      ],
    },
    apiServer: component('The API server.'),
    controllerManager: component('The controller manager.'),
    scheduler: component('The scheduler.'),
    nodeRegistration: node,
  },
}

/** A unit has no fields that are explained here. */
export const kubeletUnitHelp: Field = { says: 'How systemd starts the kubelet.' }
