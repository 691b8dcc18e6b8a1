import { z } from 'zod'
import { judgeApiServerStart } from '../../validation/flags/kube-apiserver/judge.ts'
import { type Evaluator, evaluator, type Line, undecided } from '../evaluator.ts'
import { hostWith } from './flag-files.ts'

const pki = '/etc/kubernetes/pki'
const tokens = '/etc/kubernetes/tokens.csv'

/** The server that the flags are added to; its storage answers. */
const server = [
  '--advertise-address=192.168.56.10',
  '--allow-privileged=true',
  '--authorization-mode=Node,RBAC',
  `--client-ca-file=${pki}/ca.crt`,
  '--enable-admission-plugins=NodeRestriction',
  '--etcd-servers=http://127.0.0.1:2379',
  '--profiling=false',
  '--service-account-issuer=https://kubernetes.default.svc.cluster.local',
  `--service-account-key-file=${pki}/sa.pub`,
  `--service-account-signing-key-file=${pki}/sa.key`,
  '--service-cluster-ip-range=10.96.0.0/12',
  `--tls-cert-file=${pki}/apiserver.crt`,
  `--tls-private-key-file=${pki}/apiserver.key`,
  `--token-auth-file=${tokens}`,
]
export const filesShape = z.record(z.string(), z.union([z.string(), z.object({ directory: z.literal(true) })]))
const question = z.object({ extraFlags: z.array(z.string()), files: filesShape })

/** Whether kube-apiserver starts with flags that are added to others. */
export const apiserverFlagsStart: Evaluator = evaluator(
  'flags that are added to those of an API server, and files: whether it starts',
  question,
  ({ extraFlags, files }) => startOf(extraFlags, files),
)

type Texts = z.infer<typeof filesShape>

/** Whether the server starts with flags that are added to its own, and files that are added to kubeadm's. */
export function startOf(extraFlags: readonly string[], files: Texts): Line {
  const texts = Object.entries(files).map(([path, it]) => [path, typeof it === 'string' ? it : undefined] as const)
  const host = hostWith(
    new Map<string, string | undefined>([[tokens, 'admintoken,kubernetes-admin,u-admin\n'], ...texts]),
  )
  const judged = judgeApiServerStart([...besides(extraFlags), ...extraFlags], host)
  if ('undecided' in judged) return undecided(judged.undecided)
  if (judged.ok) return { start: { ok: true } }
  // What cannot be read as flags is told by another part of the program, which says so.
  const said = judged.stage === 'flags' || judged.stage === 'args' ? `Error: ${judged.error}` : judged.error
  return { start: { ok: false, exitCode: judged.exitCode ?? 1, error: said } }
}

/** The server's own flags, without the one that an older flag for the same excludes. */
function besides(extraFlags: readonly string[]): readonly string[] {
  const isOld = extraFlags.some(flag => flag.startsWith('--admission-control='))
  return isOld ? server.filter(flag => !flag.startsWith('--enable-admission-plugins=')) : server
}
