import { type Choice, type Choices, type Field, fieldAt } from '../field.ts'
import { builtInResources } from './built-in-resources.ts'
import type { Level, Stage } from './policy.ts'

const levels: Readonly<Record<Level, string>> = {
  None: 'Nothing is logged of these requests.',
  Metadata: 'Who asked for what, when, and how it ended. Nothing of what was sent or answered.',
  Request: 'Metadata, and the object that was sent. Nothing more for requests that are not about resources.',
  RequestResponse:
    'Metadata, the object that was sent, and the object that was answered. Of a Secret that is the Secret.',
}

const stages: Readonly<Record<Stage, string>> = {
  RequestReceived: 'The request has come in, and no handler has had it yet.',
  ResponseStarted: 'The head of the answer is sent, its body is not. Only long answers have it: watch, exec, log -f.',
  ResponseComplete: 'The answer is sent, and nothing more follows.',
  Panic: 'The API server failed while it answered.',
}

const resourceVerbs: Readonly<Record<string, string>> = {
  get: 'Read one object. kubectl exec, attach and port-forward begin with one too.',
  list: 'Read many objects at once.',
  watch: 'Follow what happens to objects.',
  create: 'Make an object. Its name stands in the body only, so resourceNames do not see it.',
  update: 'Replace an object (PUT).',
  patch: 'Change a part of an object; kubectl apply and edit do this.',
  delete: 'Delete one object.',
  deletecollection: 'Delete many objects at once.',
}

const pathVerbs: Readonly<Record<string, string>> = {
  get: 'The HTTP method GET. For resources: read one object.',
  head: 'The HTTP method HEAD, for paths that are no resources.',
  post: 'The HTTP method POST, for paths that are no resources. For resources write create.',
  put: 'The HTTP method PUT, for paths that are no resources. For resources write update.',
}

const users: Readonly<Record<string, string>> = {
  'kubernetes-admin': 'The user in the admin.conf that kubeadm writes.',
  'system:admin': 'An administrator’s name in clusters of other installers.',
  'system:anonymous': 'A request that nobody signed.',
  'system:apiserver': 'The API server, asking itself.',
  'system:kube-controller-manager': 'The controller manager.',
  'system:kube-scheduler': 'The scheduler.',
  'system:kube-proxy': 'The kube-proxy of a node, where it has its own certificate.',
  'system:node:node01': 'The kubelet of node01. There are no wildcards: for all nodes write the group system:nodes.',
  'system:serviceaccount:kube-system:generic-garbage-collector': 'A service account: namespace, then name.',
  'system:serviceaccount:default:default': 'A service account: namespace, then name.',
}

const groups: Readonly<Record<string, string>> = {
  'system:authenticated': 'Everybody who could be told from others.',
  'system:unauthenticated': 'Requests that nobody signed.',
  'system:masters': 'May do everything; RBAC is not asked.',
  'kubeadm:cluster-admins': 'The group in the admin.conf that kubeadm writes.',
  'system:nodes': 'All kubelets.',
  'system:serviceaccounts': 'All service accounts.',
  'system:serviceaccounts:kube-system': 'All service accounts of one namespace.',
}

const urls: Readonly<Record<string, string>> = {
  '/healthz*': 'Health, as load balancers ask for it.',
  '/livez*': 'Whether the API server lives.',
  '/readyz*': 'Whether the API server is ready.',
  '/version': 'The API server’s version.',
  '/metrics': 'Figures for Prometheus.',
  '/api*': 'Which resources the core group has; also everything else that begins so.',
  '/apis*': 'Which other groups and resources there are.',
  '/openapi*': 'The description of the API.',
  '/logs*': 'Log files of the API server’s host.',
}

const namespaces: Readonly<Record<string, string>> = {
  default: 'Where things lie when nothing else is said.',
  'kube-system': 'The cluster’s own parts.',
  'kube-public': 'What everybody may read.',
  'kube-node-lease': 'The kubelets’ signs of life.',
}

const choices = (table: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(table).map(([text, says]) => ({ text, says }))

const groupNames: readonly Choice[] = [...new Set(builtInResources.map(({ group }) => group))].map(group => {
  const members = builtInResources.filter(each => each.group === group).map(({ resource }) => resource)
  const shown =
    members.length > 6 ? `${members.slice(0, 6).join(', ')} and ${members.length - 6} more` : members.join(', ')
  return { text: group, says: `${group === '' ? 'The core group' : 'API group'}: ${shown}.` }
})

/** The resources of the entry's own group, or of all groups as long as it has none. */
const resourcesOfGroup: Choices = ({ root, path }) => {
  const group = valueAt(root, [...path.slice(0, -2), 'group'])
  const members = builtInResources.filter(each => typeof group !== 'string' || each.group === group)
  return [
    { text: '*', says: 'Every resource of the group, with subresources.' },
    ...members.flatMap(({ resource, group, kind, subresources }) => {
      const where = group === '' ? 'core group ""' : `group ${group}`
      return [
        { text: resource, says: `${kind}, ${where}. Without its subresources.` },
        ...subresources.map(sub => ({ text: `${resource}/${sub}`, says: `A subresource of ${kind}, ${where}.` })),
      ]
    }),
  ]
}

/** Verbs of resources, or of paths where the rule names paths. */
const verbsOfRule: Choices = ({ root, path }) =>
  valueAt(root, [...path.slice(0, -2), 'nonResourceURLs']) === undefined
    ? choices(resourceVerbs)
    : choices({ ...pathVerbs, patch: 'The HTTP method PATCH.', delete: 'The HTTP method DELETE.' })

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  let value = root
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, step)
  }
  return value
}

const omitStages: Field = {
  says: 'Stages in which nothing is logged. What the policy and the rule name is added up.',
  items: { says: 'A stage in which nothing is logged.', values: choices(stages) },
}

const rule: Field = {
  says: 'A rule. The first one that matches a request decides how much of it is logged.',
  keys: {
    level: { says: 'How much of a matching request is logged. Every rule needs one.', values: choices(levels) },
    users: {
      says: 'Names of users, whole ones; service accounts are system:serviceaccount:NAMESPACE:NAME. Left out: all users.',
      items: { says: 'The name of a user.', values: choices(users) },
    },
    userGroups: {
      says: 'Groups, one of which the user has to be in. Left out: all users.',
      items: { says: 'The name of a group of users.', values: choices(groups) },
    },
    verbs: {
      says: 'What is done. Verbs stand as they are, in lower case, and * is none. Left out: all verbs.',
      items: { says: 'A verb.', values: verbsOfRule },
    },
    resources: {
      says: 'Resources by API group. Left out: all resources, and paths that are no resources.',
      items: {
        says: 'Some resources of one API group.',
        keys: {
          group: {
            says: 'The API group, without a version. "" is the core group, with Pods, Secrets and ConfigMaps.',
            values: groupNames,
          },
          resources: {
            says: 'Resources in the plural, as in a URL. pods/log is one subresource, pods/* takes all of them. Left out: everything in the group.',
            items: { says: 'A resource, or RESOURCE/SUBRESOURCE.', values: resourcesOfGroup },
          },
          resourceNames: {
            says: 'Names of objects. They need resources beside them, and never match a create, whose name stands in the body only.',
            items: { says: 'The name of an object.' },
          },
        },
      },
    },
    namespaces: {
      says: 'Namespaces of the objects; "" is what lies in none. Left out: all.',
      items: { says: 'The name of a namespace.', values: choices(namespaces) },
    },
    nonResourceURLs: {
      says: 'Paths that are no resources. A * stands at the end only. A rule has these or resources, not both.',
      items: { says: 'A path, or its beginning with a * behind it.', values: choices(urls) },
    },
    omitStages,
    omitManagedFields: {
      says: 'Whether managedFields are left out of logged objects. Set here, it overrides the policy.',
      values: [
        { text: 'true', says: 'They are left out, which makes the log smaller.' },
        { text: 'false', says: 'They are logged.' },
      ],
    },
  },
}

/** An audit policy, for people who ask while they type. */
export const auditPolicyHelp: Field = {
  says: 'An audit policy of the API server.',
  keys: {
    apiVersion: {
      says: 'The version of the format. There is only one.',
      values: [{ text: 'audit.k8s.io/v1', says: 'The only version since Kubernetes 1.24.' }],
    },
    kind: { says: 'What the file holds.', values: [{ text: 'Policy', says: 'An audit policy.' }] },
    metadata: { says: 'A name, if you like. The API server does not look at it.', keys: { name: { says: 'A name.' } } },
    omitStages,
    omitManagedFields: {
      says: 'Whether managedFields are left out of logged objects, unless a rule says otherwise.',
      values: fieldAt(rule, ['omitManagedFields'])?.values ?? [],
    },
    rules: {
      says: 'The rules, in order: the first one that matches decides. A request that none matches is not logged.',
      items: rule,
    },
  },
}
