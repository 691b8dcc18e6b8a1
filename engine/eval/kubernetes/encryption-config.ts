import { z } from 'zod'
import {
  ciphers,
  type EncryptionConfig,
  readResourceName,
  resourceText,
} from '../../validation/encryption-config/config.ts'
import { decideRead, decideWrite, prefixOf, type Stored } from '../../validation/encryption-config/decide.ts'
import { readEncryptionConfig } from '../../validation/encryption-config/read.ts'
import { byBytes } from '../../yaml/go/by-bytes.ts'
import { goQuoted } from '../../yaml/go/go-quoted.ts'
import { type Evaluator, evaluator, type Line, present } from '../evaluator.ts'

const path = 'encryption.yaml'
const resources = [
  'secrets',
  'configmaps',
  'pods',
  'deployments.apps',
  'widgets.example.com',
  'roles.rbac.authorization.k8s.io',
  'events.events.k8s.io',
  'leases.coordination.k8s.io',
]

/** Whether kube-apiserver starts with a file, and what it writes and reads some resources with. */
export const encryptionConfig: Evaluator = evaluator(
  'the text of an EncryptionConfiguration: whether kube-apiserver loads it, what it writes resources with, and what stored values it reads',
  z.union([z.object({ text: z.string() }), z.object({ file: z.string() })]),
  asked => {
    if (!('text' in asked)) {
      const why = `error reading encryption provider configuration file ${goQuoted(asked.file)}: open ${asked.file}: no such file or directory`
      return { ok: false, error: `error while parsing file: error while loading file: ${why}` }
    }
    const { value, refusal } = readEncryptionConfig(asked.text, { path })
    if (!value) return present({ ok: false, error: refusal })
    return { ok: true, ...inForce(value) }
  },
)

function inForce(config: EncryptionConfig): Line {
  const named = config.entries.flatMap(({ resources }) => resources.map(resourceText))
  const forms = storedForms(config)
  const hasKms = config.entries.some(({ providers }) => providers.some(({ kind }) => kind === 'kms'))
  return {
    configured: [...new Set(named)].sort(byBytes),
    kmsHealthChecks: hasKms ? 1 : 0,
    resources: resources.map(resource => {
      const name = readResourceName(resource)
      const { prefix, by } = decideWrite(config, name)
      const write =
        by?.provider.kind === 'kms' ? { writeError: '(kms plugin not reachable)' } : { write: prefix ?? 'identity' }
      return { resource, ...write, read: forms.map(form => readOf(config, name, form)) }
    }),
  }
}

/** As plain text, with every key of the file, and with keys that it has not. */
function storedForms(config: EncryptionConfig): readonly Stored[] {
  const forms = new Map<string, Stored>()
  for (const provider of config.entries.flatMap(({ providers }) => providers)) {
    if (provider.kind === 'identity' || provider.kind === 'kms') continue
    for (const { name, secret } of provider.keys)
      forms.set(JSON.stringify([provider.kind, name, secret]), { form: provider.kind, key: { name, secret } })
  }
  const unknown = { name: 'unknown-key', secret: 'unknown' }
  return [
    { form: 'plaintext' },
    ...forms.values(),
    ...ciphers.filter(it => it !== 'aesgcm').map((form): Stored => ({ form, key: unknown })),
  ]
}

function readOf(config: EncryptionConfig, name: ReturnType<typeof readResourceName>, stored: Stored): Line {
  const storedAs =
    stored.form === 'aescbc' || stored.form === 'aesgcm' || stored.form === 'secretbox'
      ? prefixOf(stored.form, stored.key)
      : stored.form
  const read = decideRead(config, name, stored)
  return read.isReadable ? { storedAs, stale: read.isStale } : { storedAs, error: read.error }
}
