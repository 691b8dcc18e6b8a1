import { type SuspiciousAction, wherever } from './action.ts'

const anywhere = ['host', 'container'] as const
const from = '10.244.1.7:40022'

/** Connections that lead where they should not, or out of what they should not. */
export const networkActions: readonly SuspiciousAction[] = [
  {
    name: 'RedirectStdioToConnection',
    meaning: 'Input and outputs of a shell become a connection to somebody elsewhere.',
    where: ['container'],
    events: [0, 1, 2].map(onto => ({ dup: '192.0.2.9:4444', onto, from, by: '/bin/bash -i', ancestors: ['bash'] })),
    rules: {
      container: [0, 1, 2].map(() => 'Descriptors of a program on a connection'),
    },
  },
  {
    name: 'OutboundConnectionToC2Server',
    meaning: 'A program connects to an address that is known to command stolen machines.',
    where: anywhere,
    events: [{ connect: '203.0.113.66:443', from, by: '/tmp/agent', ancestors: ['sh'] }],
    rules: wherever('Connection to a known bad address'),
  },
  {
    name: 'ConnectToUnusualAddress',
    meaning: 'A container connects to an address that is not of the cluster.',
    where: ['container'],
    events: [{ connect: '192.0.2.9:8081', from, by: '/usr/bin/curl http://192.0.2.9:8081/x', ancestors: ['sh'] }],
    rules: { container: ['Outbound connection from container'] },
  },
  {
    name: 'ContactMinerPool',
    meaning: 'A program asks for work to mine coins for somebody else.',
    where: anywhere,
    events: [{ connect: '192.0.2.33:3333', from, name: 'pool.minexmr.com', by: '/tmp/kdevtmpfsi', ancestors: ['sh'] }],
    rules: wherever('Connection to a miner pool'),
  },
  {
    name: 'DisallowedSSHConnectionNonStandardPort',
    meaning: 'Somebody leaves by ssh through a port that is meant for web pages.',
    where: anywhere,
    events: [{ connect: '192.0.2.9:443', from, by: '/usr/bin/ssh -p 443 drop@192.0.2.9', ancestors: ['bash'] }],
    rules: wherever('SSH on another port'),
  },
  {
    name: 'ContactCloudMetadataServiceFromContainer',
    meaning: 'A container asks the server that tells the keys of its machine.',
    where: ['container'],
    events: [
      {
        connect: '169.254.169.254:80',
        from,
        by: '/usr/bin/curl http://169.254.169.254/latest/meta-data',
        ancestors: ['sh'],
      },
    ],
    rules: { container: ['Cloud metadata asked from container'] },
  },
  {
    name: 'ContactK8sApiServerFromContainer',
    meaning: 'A container that does not belong to the cluster itself speaks to the API server.',
    where: ['container'],
    events: [{ connect: '10.96.0.1:443', from, by: '/usr/bin/curl -k https://10.96.0.1/api', ancestors: ['sh'] }],
    rules: { container: ['API server asked from container'] },
  },
]
