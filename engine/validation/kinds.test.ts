import { expect, it } from 'vitest'
import { type Field, fieldAt } from './field.ts'
import { artefactKinds, kindOf } from './kinds.ts'

it.each([
  ['by apiVersion', 'apiVersion: audit.k8s.io/v1\nkind: Policy\n', '/tmp/x', 'audit-policy'],
  ['by apiVersion in JSON', '{\n  "apiVersion": "audit.k8s.io/v1" }', '/tmp/x', 'audit-policy'],
  ['by apiVersion, although the rest is broken', 'apiVersion: audit.k8s.io/v1\nrules: [', '/tmp/x', 'audit-policy'],
  ['by its place', 'kind: Policy\nrules:\n', '/etc/kubernetes/audit/policy.yaml', 'audit-policy'],
  ['by its place, while it is empty', '', '/etc/kubernetes/audit-policy.yaml', 'audit-policy'],
  ['not by its place when it says otherwise', 'kind: Config\n', '/etc/kubernetes/audit/webhook.yaml', undefined],
  ['by the keys of a profile', '{ "defaultAction": "x", "syscalls": [] }', '/tmp/x', 'seccomp'],
  ['by the place of profiles', '', '/var/lib/kubelet/seccomp/profiles/a.json', 'seccomp'],
  ['by a rule', '# c\n- rule: a\n  desc: b\n', '/tmp/x', 'falco'],
  ['by the place of rules', '', '/etc/falco/rules.d/own.yaml', 'falco'],
  ['not by the place of Falco', 'rules_files: []\n', '/etc/falco/falco.yaml', undefined],
  ['by kind', 'kind: RuntimeClass\n', '/tmp/x', 'runtime-class'],
  ['by a kind that is nearly right', 'apiVersion: v1\nkind: pod\n', '/tmp/x', 'pod'],
  ['not by a kind that only begins so', 'kind: PodSecurityPolicy\n', '/tmp/x', undefined],
  ['by the kind of a policy', 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n', '/tmp/x', 'network-policy'],
  ['by the kind of a binding', 'kind: ClusterRoleBinding\n', '/tmp/x', 'rbac'],
  ['by the group of roles', 'apiVersion: rbac.authorization.k8s.io/v1\n', '/tmp/x', 'rbac'],
  ['by the place of static Pods', '', '/etc/kubernetes/manifests/web.yaml', 'pod'],
  ['by a table', "version = 3\n[plugins.'io.containerd.cri.v1.runtime']\n", '/tmp/x', 'containerd'],
  ['by the place of containerd', 'version = 3\n', '/etc/containerd/config.toml', 'containerd'],
  [
    'by a profile',
    '#include <tunables/global>\n\nprofile web flags=(attach_disconnected) {\n}\n',
    '/tmp/x',
    'apparmor',
  ],
  ['by the path of a program', '/usr/bin/nginx {\n', '/tmp/x', 'apparmor'],
  ['by the place of profiles', 'file,\n', '/etc/apparmor.d/k8s-web', 'apparmor'],
  [
    'not by a profile in a manifest',
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  web: |\n    profile web {\n',
    '/tmp/x',
    undefined,
  ],
  ['not by a profile in a script', '#!/bin/bash\ncat > x <<END\nprofile web {\n}\nEND\n', '/tmp/x', undefined],
  ['not by the place of what profiles include', 'file,\n', '/etc/apparmor.d/abstractions/own', undefined],
  ['by the kind of what is encrypted', 'kind: EncryptionConfiguration\n', '/tmp/x', 'encryption-config'],
  ['by the old name of it', 'apiVersion: v1\nkind: EncryptionConfig\n', '/tmp/x', 'encryption-config'],
  ['by the kind of a kubelet’s configuration', 'kind: KubeletConfiguration\n', '/tmp/x', 'kubelet-config'],
  ['by the place of that', '', '/var/lib/kubelet/config.yaml', 'kubelet-config'],
  ['by the kind of admission', 'kind: AdmissionConfiguration\n', '/tmp/x', 'admission-config'],
  [
    'by the version of a plugin’s file',
    'apiVersion: pod-security.admission.config.k8s.io/v1\n',
    '/tmp/x',
    'admission-config',
  ],
  ['by the key of a plugin’s file', 'imagePolicy:\n  allowTTL: 3\n', '/tmp/x', 'admission-config'],
  ['by the kind of authentication', 'kind: AuthenticationConfiguration\n', '/tmp/x', 'authentication-config'],
  ['by the kind of authorization', '{\n  "kind": "AuthorizationConfiguration" }', '/tmp/x', 'authorization-config'],
  [
    'by the program of a Pod',
    'kind: Pod\nspec:\n  containers:\n  - command:\n    - kube-apiserver\n',
    '/tmp/x',
    'control-plane',
  ],
  [
    'not by an image of it',
    'kind: Pod\nspec:\n  containers:\n  - image: registry.k8s.io/kube-apiserver:v1.35.0\n',
    '/tmp/x',
    'pod',
  ],
  ['by the group of kubeadm', 'apiVersion: kubeadm.k8s.io/v1beta4\n', '/tmp/x', 'kubeadm-config'],
  ['by variables of the kubelet', 'KUBELET_KUBEADM_ARGS="--v=2"\n', '/tmp/x', 'kubelet-flags'],
  ['by the start of the kubelet', '[Service]\nExecStart=/usr/bin/kubelet --v=2\n', '/tmp/x', 'kubelet-flags'],
  ['by the place of that', '[Service]\n', '/etc/systemd/system/kubelet.service.d/10-own.conf', 'kubelet-flags'],
  ['not by another unit', '[Service]\nExecStart=/usr/bin/containerd\n', '/etc/systemd/system/a.service', undefined],
  ['nothing', 'a: b\n', '/tmp/x.yaml', undefined],
  ['by the kind of a workload', 'apiVersion: apps/v1\nkind: Deployment\n', '/tmp/x.yaml', 'workload'],
  ['no kind of other objects', 'apiVersion: v1\nkind: Service\n', '/tmp/x.yaml', undefined],
])('knows a kind %s', (_, text, path, id) => expect(kindOf(text, path)?.id).toBe(id))

it.each(artefactKinds)('says something of every field and value of $name', async ({ load }) => {
  const { help } = await load()
  const silent: string[] = []
  const walk = (each: Field, path: readonly (string | number)[]) => {
    const choices = typeof each.values === 'function' ? each.values({ root: undefined, path }) : (each.values ?? [])
    for (const { text, says } of [{ text: '', says: each.says }, ...choices]) {
      if (!/^[^a-z].*[.]$/s.test(says)) silent.push(`${path.join('.')} ${text}: ${says}`)
    }
    for (const [key, inner] of Object.entries(each.keys ?? {})) walk(inner, [...path, key])
    if (each.others) walk(each.others, [...path, 'any'])
    if (each.items) walk(each.items, [...path, 0])
  }
  walk(help, [])
  expect(silent).toEqual([])
  expect(fieldAt(help, ['nothing', 'there'])).toBeUndefined()
})
