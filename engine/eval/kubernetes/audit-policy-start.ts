import { z } from 'zod'
import { apiServer } from '../../cluster/api-server.ts'
import { type FileNode, parentOf } from '../../cluster/file-tree.ts'
import { manifestDirectory } from '../../cluster/static-pods.ts'
import { createWorld, type Host, type World } from '../../cluster/world.ts'
import { readAuditPolicy } from '../../validation/audit-policy/read.ts'
import { baseWorld } from '../../worlds/base-worlds.ts'
import { kubeApiserver } from '../../worlds/two-node/manifests/kube-apiserver.ts'
import { type Evaluator, evaluator, undecided } from '../evaluator.ts'

const shape = z.object({
  flags: z.array(z.string()),
  files: z.record(z.string(), z.union([z.string(), z.object({ directory: z.literal(true) })])),
})

/** Whether kube-apiserver starts with flags and files about auditing. */
export const auditPolicyStart: Evaluator = evaluator(
  'flags about auditing and the files that they name: whether kube-apiserver starts',
  shape,
  asked => {
    const { running, auditPolicy } = apiServer(serving(asked))
    if ('undecided' in running) return undecided(running.undecided)
    if (!running.answers) return { start: { ok: false, exitCode: 1, error: running.failure.words } }
    const logged = auditPolicy ? readAuditPolicy(auditPolicy.text).logged : []
    return { start: { ok: true, auditLogLines: logged } }
  },
)

/** The two-node world, its API server with these flags, and all of /etc/kubernetes shown to it. */
function serving({ flags, files }: z.infer<typeof shape>): World {
  const base = baseWorld('two-node')
  const world = base && createWorld(base, 0)
  const host = world?.hosts.get('controlplane')
  if (!world || !host) throw new Error('no base world with a control plane')
  for (const [path, text] of Object.entries(files)) put(host, path, typeof text === 'string' ? text : undefined)
  const volume = 'etc-kubernetes'
  put(
    host,
    `${manifestDirectory}/kube-apiserver.yaml`,
    kubeApiserver
      .replace('\n    image:', it => `${flags.map(flag => `\n    - ${JSON.stringify(flag)}`).join('')}${it}`)
      .replace('\n    volumeMounts:', it => `${it}\n    - { name: ${volume}, mountPath: /etc/kubernetes }`)
      .replace('\n  volumes:', it => `${it}\n  - { name: ${volume}, hostPath: { path: /etc/kubernetes } }`),
  )
  return world
}

/** A file with the folders above it, or a folder. */
function put({ files }: Host, path: string, text: string | undefined): void {
  const owned = { uid: 0, gid: 0, mtime: 0 } as const
  const directory: FileNode = { kind: 'directory', mode: 0o755, ...owned }
  const missing: string[] = []
  for (let at = parentOf(path); files.get(at) === undefined; at = parentOf(at)) missing.unshift(at)
  for (const at of missing) files.set(at, directory)
  files.set(path, text === undefined ? directory : { kind: 'file', content: text, mode: 0o644, ...owned })
}
