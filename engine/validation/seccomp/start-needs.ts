/** What happens when a call is refused with an error number, or kills: the container works all the same, ends, or nobody knows. */
type Fate = 'works' | 'unknown' | Ending

/** How a start ends; in `message`, `{errno}` stands for Go's words for the error number, `{Errno}` for the C library's. */
export interface Ending {
  readonly message?: string
  readonly exitCode?: number
}

export interface Need {
  readonly syscall: string
  readonly refused: Fate
  readonly killed: Fate
}

const UNABLE = 'unable to start container process: '
/** What runc says when the process is gone before it could tell why. */
export const DEAD = { message: 'container process is already dead' }
const SHOT = { exitCode: 159 }

const needs = (fates: Readonly<Record<string, readonly [refused: Fate, killed: Fate]>>): readonly Need[] =>
  Object.entries(fates).map(([syscall, [refused, killed]]) => ({ syscall, refused, killed }))

/** Go's runtime inside runc, at any moment. */
const goRuntime = (refused: Fate, killed: Fate) => needs({ futex: [refused, killed] })

/** Installed early, before capabilities are dropped and the user is set. */
const early = needs({
  openat: [{ message: `${UNABLE}error closing exec fds: open /proc/self/fd: {errno}` }, DEAD],
  fstatfs: [{ message: `${UNABLE}error closing exec fds: ensure /proc/self/fd is on procfs: {errno}` }, DEAD],
  getdents64: [{ message: `${UNABLE}error closing exec fds: readdirent /proc/self/fd: {errno}` }, DEAD],
  fcntl: ['works', DEAD],
  epoll_ctl: ['works', DEAD],
  capget: [{ message: `${UNABLE}{errno}` }, DEAD],
  read: [{ message: `${UNABLE}read /proc/self/status: {errno}` }, DEAD],
  newfstatat: [{ message: `${UNABLE}unable to setup user: stat /dev/null: {errno}` }, DEAD],
  fstat: [{}, DEAD],
  setgroups: [{ message: `${UNABLE}unable to setup user: setgroups: {errno}` }, DEAD],
  setgid: [{ message: `${UNABLE}unable to setup user: {errno}` }, DEAD],
  setuid: [{ message: `${UNABLE}unable to setup user: {errno}` }, DEAD],
  prctl: [{}, DEAD],
  capset: [{ message: `${UNABLE}unable to apply caps: {errno}` }, DEAD],
  chdir: [{ message: `${UNABLE}chdir to cwd ("/") set in config.json failed: {errno}` }, DEAD],
  getcwd: [{ message: `${UNABLE}failed to verify if current working directory is safe: {errno}` }, DEAD],
  getppid: [{ message: 'panic: runtime error: invalid memory address or nil pointer dereference', exitCode: 2 }, DEAD],
  faccessat2: ['works', DEAD],
})

/** From the filter to the image's program. */
const late = (write: Fate) =>
  needs({
    close: [{ message: `close log pipe fd 4: {errno}\ncontainer process is already dead` }, DEAD],
    openat: [{ message: `open exec fifo /proc/self/fd/5: {errno}\ncontainer process is already dead` }, DEAD],
    write: [write, write],
    getppid: ['works', SHOT],
    prctl: ['works', SHOT],
    epoll_ctl: ['works', SHOT],
    fcntl: ['works', 'unknown'],
    fstatfs: [{ message: 'ensure /proc/self/fd is on procfs: {errno}' }, SHOT],
    getdents64: [{ message: 'readdirent /proc/self/fd: {errno}' }, SHOT],
    execve: [{ message: 'exec /bin/sh: {errno}' }, SHOT],
  })

/** The image's C library and shell. */
const image = needs({
  brk: ['works', SHOT],
  arch_prctl: [{ message: 'cannot set %fs base address for thread-local storage', exitCode: 127 }, SHOT],
  set_tid_address: ['works', SHOT],
  set_robust_list: ['works', SHOT],
  rseq: ['works', SHOT],
  prlimit64: ['works', SHOT],
  readlink: ['works', SHOT],
  getrandom: ['works', SHOT],
  mprotect: [
    {
      message:
        'error while loading shared libraries: cannot apply additional memory protection after relocation: {Errno}',
      exitCode: 127,
    },
    SHOT,
  ],
  uname: ['works', SHOT],
  getuid: ['works', SHOT],
  getpid: ['works', SHOT],
  rt_sigaction: ['works', SHOT],
  read: ['works', 'unknown'],
  fstat: ['works', 'unknown'],
  getcwd: ['works', 'unknown'],
})

// Where a message is missing, runc says nothing of use or the recording is cut off before it.
const withPrivileges: readonly Need[] = [...goRuntime('works', 'works'), ...early, ...late({}), ...image]
const withoutPrivileges: readonly Need[] = [
  // Taken out alone, `futex` stops runc; the smallest list that starts lacks it.
  ...goRuntime('unknown', DEAD),
  ...late({ message: 'cannot start an already running container' }),
  ...image,
]

/**
 * The calls of a start in the order in which runc 1.1.15 and the shell make them. Recorded by taking one call at a time out of a
 * filter that allows everything. A newer runc needs a few others.
 */
export function needsOf(noNewPrivileges: boolean): readonly Need[] {
  return noNewPrivileges ? withoutPrivileges : withPrivileges
}
