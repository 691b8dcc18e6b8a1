import type { Choice, Field } from '../field.ts'
import { metadataHelp, selectorHelp } from '../kubernetes/help.ts'

const verbs: readonly Choice[] = [
  { text: 'get', says: 'Read one by its name.' },
  { text: 'list', says: 'Read all of them, with everything in them.' },
  { text: 'watch', says: 'Be told of changes, with everything in them.' },
  { text: 'create', says: 'Make one. It has no name yet, so resourceNames do not help.' },
  { text: 'update', says: 'Replace one.' },
  { text: 'patch', says: 'Change a part of one.' },
  { text: 'delete', says: 'Delete one.' },
  { text: 'deletecollection', says: 'Delete all of them at once.' },
  { text: 'bind', says: 'Of roles: give them to others without holding what they grant.' },
  { text: 'escalate', says: 'Of roles: write more into them than one holds.' },
  { text: 'impersonate', says: 'Of users, groups and serviceaccounts: act as they do.' },
  { text: '*', says: 'Every verb, those above too.' },
]

const group = { text: 'rbac.authorization.k8s.io', says: 'The group of roles, users and groups.' }

const rules: Field = {
  says: 'What is granted. Rules add up; none takes away. Left out: nothing.',
  items: {
    says: 'Verbs on resources, or on paths.',
    keys: {
      apiGroups: {
        says: 'The groups of the resources. "" is the group of Pods, Secrets and Services.',
        items: {
          says: 'A group.',
          values: [
            { text: '""', says: 'The core group: Pods, Secrets, Services, ConfigMaps.' },
            { text: 'apps', says: 'Deployments, DaemonSets, StatefulSets, ReplicaSets.' },
            { text: 'batch', says: 'Jobs and CronJobs.' },
            { text: 'networking.k8s.io', says: 'NetworkPolicies and Ingresses.' },
            { ...group, says: 'Roles and bindings.' },
            { text: '*', says: 'Every group.' },
          ],
        },
      },
      resources: {
        says: 'Resources by their plural in small letters. A subresource has its own name: pods/log, pods/exec.',
        items: {
          says: 'A resource.',
          values: [
            { text: 'pods', says: 'Pods, without their logs and shells.' },
            { text: 'pods/log', says: 'The logs of Pods.' },
            { text: 'pods/exec', says: 'Commands in Pods; the verbs are create and get.' },
            { text: 'secrets', says: 'Secrets.' },
            { text: 'configmaps', says: 'ConfigMaps.' },
            { text: 'deployments', says: 'Deployments, in the group apps.' },
            { text: '*', says: 'Every resource with its subresources.' },
          ],
        },
      },
      resourceNames: {
        says: 'Only objects with these names. Requests that name none, such as list and create, are not granted then.',
        items: { says: 'The name of an object.' },
      },
      verbs: { says: 'What may be done.', items: { says: 'A verb.', values: verbs } },
      nonResourceURLs: {
        says: 'Paths such as /healthz, only in a ClusterRole and without resources. A star at the end stands for the rest.',
        items: { says: 'A path.' },
      },
    },
  },
}

/** Roles and bindings, for people who ask while they type. */
export const rbacHelp: Field = {
  says: 'A role says what may be done; a binding gives it to someone.',
  keys: {
    apiVersion: { says: 'The version.', values: [{ text: `${group.text}/v1`, says: 'The one version there is.' }] },
    kind: {
      says: 'The kind of object.',
      values: [
        { text: 'Role', says: 'Rules in one namespace.' },
        { text: 'ClusterRole', says: 'Rules for the cluster, or to be bound in namespaces.' },
        { text: 'RoleBinding', says: 'Gives a Role or a ClusterRole, in one namespace.' },
        { text: 'ClusterRoleBinding', says: 'Gives a ClusterRole in every namespace and the cluster itself.' },
      ],
    },
    metadata: metadataHelp,
    rules,
    aggregationRule: {
      says: 'Of a ClusterRole: its rules are those of others, and what is written in it is lost.',
      keys: {
        clusterRoleSelectors: {
          says: 'Which ClusterRoles; one selector is enough.',
          items: selectorHelp('ClusterRoles with these labels.'),
        },
      },
    },
    roleRef: {
      says: 'The role that the binding gives. It cannot be changed later.',
      keys: {
        apiGroup: { says: 'The group of the role. Left out: this.', values: [group] },
        kind: {
          says: 'The kind of the role. A ClusterRoleBinding takes only a ClusterRole.',
          values: [
            { text: 'Role', says: 'A Role of the binding’s namespace.' },
            { text: 'ClusterRole', says: 'A ClusterRole; bound in a namespace it grants only there.' },
          ],
        },
        name: { says: 'The name of the role.' },
      },
    },
    subjects: {
      says: 'Who gets the role.',
      items: {
        says: 'A user, a group or a ServiceAccount.',
        keys: {
          kind: {
            says: 'Who it is.',
            values: [
              { text: 'User', says: 'A user, as the API server knows them: the CN of a certificate.' },
              { text: 'Group', says: 'A group: the O of a certificate, or system:authenticated.' },
              { text: 'ServiceAccount', says: 'The account that Pods use.' },
            ],
          },
          name: { says: 'The name. A ServiceAccount’s is its short one.' },
          namespace: {
            says: 'The namespace of a ServiceAccount. In a RoleBinding it may be left out: then it is the binding’s.',
          },
          apiGroup: { says: 'The group of users and groups. A ServiceAccount has none.', values: [group] },
        },
      },
    },
  },
}
