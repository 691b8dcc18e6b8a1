import { z } from 'zod'
import { type PluginStart, startPlugin } from '../../validation/admission-config/plugin.ts'
import { readAdmissionConfig } from '../../validation/admission-config/read.ts'
import type { Files } from '../../validation/flags/files.ts'
import { goQuoted } from '../../yaml/go/go-quoted.ts'
import { type Evaluator, evaluator, type Line, present, undecided } from '../evaluator.ts'
import { hostWith } from './flag-files.ts'

const shape = z.union([z.object({ text: z.string() }), z.object({ file: z.string() })])
const plugins = ['EventRateLimit', 'ImagePolicyWebhook', 'PodSecurity']

/** Where the server was started, and where the file lies. */
const folder = '/etc/kubernetes/epconfig/'
const cluster = 'clusters: [{name: images, cluster: {server: "https://images.example/check"}}]\n'
const context = 'contexts: [{name: images, context: {cluster: images, user: server}}]\n'
/** What lies beside it: a file for each plugin, and ways to a webhook, of which some are broken. */
const beside: Readonly<Record<string, string>> = {
  'podsecurity.yaml':
    'apiVersion: pod-security.admission.config.k8s.io/v1\nkind: PodSecurityConfiguration\ndefaults: {enforce: baseline}\n',
  'imagepolicy.yaml': 'imagePolicy:\n  kubeConfigFile: kubeconfig.yaml\n  defaultAllow: false\n',
  'imagepolicy.json':
    '{"imagePolicy":{"kubeConfigFile":"kubeconfig.yaml","allowTTL":50,"denyTTL":50,"retryBackoff":500,"defaultAllow":true}}',
  'eventconfig.yaml':
    'apiVersion: eventratelimit.admission.k8s.io/v1alpha1\nkind: Configuration\nlimits:\n- {type: Namespace, qps: 50, burst: 100, cacheSize: 2000}\n',
  'kubeconfig.yaml': `apiVersion: v1\nkind: Config\n${cluster}${context}current-context: images\n`,
  'nocontext-kubeconfig.yaml': `apiVersion: v1\nkind: Config\n${cluster}${context}`,
  'bad-kubeconfig.yaml': 'apiVersion: v1\nkind: Config\nclusters: [\n- name: images\n',
}
const host = hostWith(new Map(Object.entries(beside).map(([name, text]) => [`${folder}${name}`, text])))
const files: Files = {
  look: path => host.look(path.startsWith('/') ? path : `${folder}${path}`),
  list: path => host.list(path),
}

/** What kube-apiserver and three of its plugins make of an AdmissionConfiguration. */
export const admissionConfig: Evaluator = evaluator(
  'the text of an AdmissionConfiguration: whether it is read, and what each plugin makes of its part',
  shape,
  asked => {
    if (!('text' in asked)) {
      const path = asked.file
      const why = `open ${path}: no such file or directory`
      const words = `unable to read admission control configuration from ${goQuoted(path)} [${why}]`
      return files.look(path).is === 'missing'
        ? { ok: false, readError: words }
        : undecided('A question about a file that is there brings its text.')
    }
    const { text } = asked
    const read = readAdmissionConfig(text, `${folder}admission.yaml`)
    if ('refused' in read) return { ok: false, readError: read.refused }
    // A file that is a plugin's own is read again under its name.
    const withText = {
      ...files,
      look: (path: string) => (path === `${folder}admission.yaml` ? seen(text) : files.look(path)),
    }
    const starts = plugins.map(name => [name, startPlugin(name, read.plugins, withText)] as const)
    for (const [, start] of starts) if (start.is === 'undecided') return undecided(start.undecided)
    return {
      ok: starts.every(([, { is }]) => is === 'made'),
      plugins: Object.fromEntries(starts.map(([name, start]) => [name, told(start)])),
    }
  },
)

function seen(text: string) {
  return { is: 'file', text } as const
}

function told(start: PluginStart): Line {
  switch (start.is) {
    case 'made':
      return present({ ok: true, config: start.takes })
    case 'refused':
      return present({ ok: false, error: start.words, config: start.takes })
    case 'fatal':
      return { fatal: 'klog fatal exit' }
    case 'undecided':
      return undecided(start.undecided)
  }
}
