import type { Revision, Rule } from '../rule.ts'

const net = (...names: readonly string[]) => names.map(name => `net.ipv4.${name}`)
const ofV0 = [
  'kernel.shm_rmid_forced',
  ...net('ip_local_port_range', 'tcp_syncookies', 'ping_group_range', 'ip_unprivileged_port_start'),
]
const ofV27 = [...ofV0, ...net('ip_local_reserved_ports')]
const ofV29 = [...ofV27, ...net('tcp_keepalive_time', 'tcp_fin_timeout', 'tcp_keepalive_intvl', 'tcp_keepalive_probes')]
const ofV32 = [...ofV29, ...net('tcp_rmem', 'tcp_wmem')]

/** Baseline: a Pod sets only kernel settings that stay within it. With dots: the spelling with slashes is not known. */
export const sysctls: Rule = {
  id: 'sysctls',
  level: 'baseline',
  revisions: [
    { since: 0, check: checkFor(ofV0) },
    { since: 27, check: checkFor(ofV27) },
    { since: 29, check: checkFor(ofV29) },
    { since: 32, check: checkFor(ofV32) },
  ],
}

function checkFor(names: readonly string[]): Revision['check'] {
  const allowed = new Set(names)
  return ({ spec }) => {
    const given = spec.securityContext?.sysctls
    if (given === undefined || given.every(({ name }) => allowed.has(name))) return undefined
    const bad = () => given.flatMap(({ name }, index) => (allowed.has(name) ? [] : { name, index }))
    return {
      reason: 'forbidden sysctls',
      detail: () =>
        bad()
          .map(({ name }) => name)
          .join(', '),
      paths: () => bad().map(({ index }) => ['spec', 'securityContext', 'sysctls', index, 'name']),
    }
  }
}
