import { z } from 'zod'
import { compileNetworkPolicies } from '../../validation/network-policy/compile.ts'
import type { Peer } from '../../validation/network-policy/reach.ts'
import { readNetworkPolicies } from '../../validation/network-policy/read.ts'
import { type Evaluator, evaluator, undecided } from '../evaluator.ts'

const labels = z
  .record(z.string(), z.string())
  .nullish()
  .transform(given => new Map(Object.entries(given ?? {})))
const end = z.union([z.object({ ns: z.string(), pod: z.string() }), z.object({ ip: z.string() })])

/** Which connections policies allow. */
export const netpol: Evaluator = evaluator(
  'the pods of a cluster, its NetworkPolicies and connections: whether each is allowed, and by which side',
  z.object({
    namespaces: z.array(z.object({ name: z.string(), labels })),
    pods: z.array(
      z.object({
        ...{ ns: z.string(), name: z.string(), labels, ip: z.string() },
        ports: z.array(z.object({ name: z.string().default(''), port: z.number(), protocol: z.string() })).nullish(),
      }),
    ),
    policies: z.string(),
    probes: z.array(z.object({ from: end, to: end, port: z.number(), protocol: z.string() })),
  }),
  ({ namespaces, pods, policies, probes }) => {
    const { value = [], refused } = readNetworkPolicies(policies)
    if (refused[0]) return undecided(`A policy is refused: ${refused[0].words}`)
    const { decide } = compileNetworkPolicies(value, new Map(namespaces.map(it => [it.name, it.labels])))
    const known = new Map<string, Peer>(
      pods.map(({ ns, name, labels, ip, ports }) => [
        `${ns}/${name}`,
        { namespace: ns, name, labels, ips: [ip], ports: ports ?? [] },
      ]),
    )
    const peer = (it: z.infer<typeof end>) => ('ip' in it ? it : known.get(`${it.ns}/${it.pod}`))
    const decided = probes.map(({ from, to, port, protocol }) => {
      const [source, target] = [peer(from), peer(to)]
      if (!source || !target) return undecided('A connection names a pod that is not there.')
      const { allowed, ingress, egress } = decide({ from: source, to: target, port, protocol })
      return { allowed, ingressAllowed: ingress.allowed, egressAllowed: egress.allowed }
    })
    return { probes: decided }
  },
)
