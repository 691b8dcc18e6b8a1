/** On x86 these calls can also be made through one number, whose first argument says which one is meant. */
export interface Multiplexer {
  readonly number: number
  readonly call: number
}

const socketcall =
  'socket bind connect listen accept getsockname getpeername socketpair send recv sendto recvfrom shutdown setsockopt getsockopt sendmsg recvmsg accept4 recvmmsg sendmmsg'.split(
    ' ',
  )

const ipc: Readonly<Record<string, number>> = {
  semop: 1,
  semget: 2,
  semctl: 3,
  semtimedop: 4,
  msgsnd: 11,
  msgrcv: 12,
  msgget: 13,
  msgctl: 14,
  shmat: 21,
  shmdt: 22,
  shmget: 23,
  shmctl: 24,
}

const multiplexers: ReadonlyMap<string, Multiplexer> = new Map([
  ...socketcall.map((name, index): [string, Multiplexer] => [name, { number: 102, call: index + 1 }]),
  ...Object.entries(ipc).map(([name, call]): [string, Multiplexer] => [name, { number: 117, call }]),
])

/** How x86 makes the call through `socketcall` or `ipc`; undefined for the others. */
export function multiplexer(name: string): Multiplexer | undefined {
  return multiplexers.get(name)
}

/** The call that is meant by a number of x86 and its first argument; undefined where the number is no multiplexer’s. */
export function multiplexedCall(number: number, call: number): string | undefined {
  for (const [name, it] of multiplexers) if (it.number === number && it.call === call) return name
  return undefined
}
