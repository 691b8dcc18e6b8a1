import { describe, expect, test } from 'vitest'
import { createWorld, stateOf, type World } from '../cluster/world.ts'
import { baseWorld } from '../worlds/base-worlds.ts'
import { openTerminal } from './open-terminal.ts'
import type { Terminal, TerminalState } from './terminal.ts'

const start = Date.UTC(2026, 10, 22, 9, 30)

function freshWorld(): World {
  const base = baseWorld('two-node')
  if (!base) throw new Error('no base world')
  return createWorld(base, start)
}

function screen(signal: AbortSignal = new AbortController().signal) {
  const pieces: string[] = []
  return {
    out: (text: string) => void pieces.push(text),
    sleep: (milliseconds: number) =>
      new Promise<void>(done => {
        if (milliseconds === 0) setImmediate(done)
        else {
          const timer = setTimeout(done, milliseconds)
          signal.addEventListener('abort', () => {
            clearTimeout(timer)
            done()
          })
        }
      }),
    signal,
    pieces,
    text: () => pieces.join(''),
  }
}

async function typed(terminal: Terminal, text: string): Promise<string> {
  const io = screen()
  await terminal.run(text, io)
  return io.text()
}

const memory = `alias k='kubectl get'; arr=(a "b c"); declare -A map=([x]=1 ["y z"]=2); declare -i n=4; readonly r=1
f() { local q=$1; if [ "$q" = a ]; then echo "yes $q" | tr a-z A-Z; else cat <<EOF
no $q \\$x
EOF
  fi; for i in 1 2; do echo $((i*2)) "\${arr[@]}"; done; case $q in a*|b) echo A;; *) echo other & esac; }
g() ( while read -r l; do [[ $l =~ ^x ]] && echo "\${l%%:*}" > /tmp/g 2>&1 || ! true; done < <(echo x:y); ((n++)) )
export X="a'b"; y=$'l1\\nl2'; set -o pipefail; shopt -s extglob; umask 027; cd /tmp; cd /etc; set -- one 'two three'; trap 'echo bye' EXIT; false`

const probe = `echo $? $X "$y" "\${map[y z]}" $n $RANDOM "$2" $SECONDS; f a; f zz; g; cat /tmp/g; umask; shopt extglob
set -o | grep pipefail; cd -; alias; declare -p arr map n; declare -f f g; trap; history | tail -2`

describe('the shell remembers', () => {
  test('state written, read and written again is the same', async () => {
    const terminal = openTerminal({ world: freshWorld(), seed: 3 })
    await typed(terminal, 'ssh controlplane\nsudo -i')
    await typed(terminal, memory)
    const state: TerminalState = JSON.parse(JSON.stringify(terminal.state()))
    const again = openTerminal({ world: freshWorld(), seed: 3, state })
    expect(again.state()).toEqual(state)
    expect(again.prompt()).toEqual({ user: 'root', host: 'controlplane', cwd: '/etc', sign: '#' })
    expect(await typed(again, probe)).toBe(await typed(terminal, probe))
    expect(again.state()).toEqual(terminal.state())
  })

  test('shells below the front one come back too', async () => {
    const world = freshWorld()
    const terminal = openTerminal({ world, seed: 3 })
    await typed(terminal, 'cd /tmp\nx=outer\nssh controlplane')
    const again = openTerminal({ world, seed: 3, state: JSON.parse(JSON.stringify(terminal.state())) })
    expect(await typed(again, 'exit\necho $x; pwd')).toBe('logout\nConnection to controlplane closed.\nouter\n/tmp\n')
  })
})

describe('the same steps lead to the same world', () => {
  const steps = [
    'ssh controlplane',
    'echo $RANDOM > r; mktemp >> r; date >> r; shuf -i 1-9 | tr "\\n" " " >> r; sleep 2; date +%s >> r; cat r',
    "sudo sed -i 's/--profiling/--x/' /etc/kubernetes/manifests/kube-apiserver.yaml; touch a b; ls -la",
    'for i in 1 2 3; do echo $i $RANDOM; done | sort -r | tee sorted; cat <(head -c 8 /dev/urandom | base64)',
    "jq -n now; awk 'BEGIN { print rand() }'; awk 'BEGIN { srand(); print srand() }'; echo $EPOCHSECONDS $SECONDS $$ $PPID",
  ]
  const played = async () => {
    const world = freshWorld()
    const terminal = openTerminal({ world, seed: 99 })
    const seen: string[] = []
    for (const step of steps) seen.push(await typed(terminal, step))
    return { seen, world: stateOf(world), terminal: terminal.state() }
  }

  test('twice', async () => {
    expect(await played()).toEqual(await played())
  })

  test('another seed gives other numbers', async () => {
    const numbers = (seed: number) => typed(openTerminal({ world: freshWorld(), seed }), 'echo $RANDOM $RANDOM')
    expect(await numbers(1)).not.toBe(await numbers(2))
  })
})

describe('Ctrl+C', () => {
  test('keeps what was printed, what was done, and the session', async () => {
    const terminal = openTerminal({ world: freshWorld(), seed: 1 })
    const stop = new AbortController()
    const io = screen(stop.signal)
    setTimeout(() => stop.abort(), 60)
    const ended = await terminal.run('x=kept; cd /tmp; while true; do echo tick; sleep 0.02; done', io)
    expect(ended).toMatchObject({ how: 'interrupted', exitCode: 130 })
    expect(io.text()).toMatch(/^(tick\n)+$/)
    expect(await typed(terminal, 'echo $? $x; pwd')).toBe('130 kept\n/tmp\n')
  })

  test.each([
    'while :; do :; done',
    'yes > /dev/null',
    'tail -f /etc/hosts',
    'sleep 100',
    'sleep 100 | cat',
    'watch date',
    'f() { while :; do cat /etc/hosts > /dev/null; done; }; f',
    'seq 1 1000000 | sort -n > /dev/null',
  ])('arrives in %s', async line => {
    const terminal = openTerminal({ world: freshWorld(), seed: 1 })
    const stop = new AbortController()
    setImmediate(() => setImmediate(() => stop.abort()))
    const ended = await terminal.run(line, screen(stop.signal))
    expect(ended).toMatchObject({ how: 'interrupted', exitCode: 130 })
    expect(await typed(terminal, 'echo on')).toBe('on\n')
  })
})

test('output comes as it is made', async () => {
  const io = screen()
  await openTerminal({ world: freshWorld(), seed: 1 }).run('for i in 1 2 3; do echo $i; ls /nope; done', io)
  expect(io.pieces).toEqual(
    [1, 2, 3].flatMap(i => [`${i}\n`, "ls: cannot access '/nope': No such file or directory\n"]),
  )
})

test('more than 4 MiB of output is stopped', async () => {
  const io = screen()
  const ended = await openTerminal({ world: freshWorld(), seed: 1 }).run('yes', io)
  expect(ended.how).toBe('limited')
  expect(io.text().length).toBeLessThan(4 * 1024 * 1024 + 500)
  expect(io.text()).toMatch(/\nStopped: more than 4 MiB of output\. .*\n$/)
})

test('two terminals on one world see each other', async () => {
  const world = freshWorld()
  const [one, two] = [openTerminal({ world, seed: 1 }), openTerminal({ world, seed: 2 })]
  await typed(one, 'ssh controlplane\necho shared > /tmp/note; umask 077')
  expect(await typed(two, 'ssh controlplane cat /tmp/note; umask')).toBe('shared\n0022\n')
})

test.each([
  ['echo hi', false],
  ['echo "abc', true],
  ["echo 'abc", true],
  ['cat <<EOF', true],
  ['cat <<EOF\nEOF', false],
  ['cat <<EOF\nbody', true],
  ['for i in 1 2; do', true],
  ['if true; then echo; fi', false],
  ['f() {', true],
  ['echo \\', true],
  ['echo |', true],
  ['true &&', true],
  ['echo $(ls', true],
  ['case x in', true],
  ['echo )', false],
  ['', false],
])('%j needs more: %s', (text, more) => {
  expect(openTerminal({ world: freshWorld(), seed: 1 }).needsMore(text)).toBe(more)
})

test.each([
  ['hostname', ['hostname ', 'hostnamectl ']],
  ['ls | tru', ['true ', 'truncate ']],
  ['sudo whoa', ['whoami ']],
  ['cat /etc/hostn', ['/etc/hostname ']],
  ['cd /etc/ss', ['/etc/ssh/', '/etc/ssl/']],
  ['cat "/etc/host', ['"/etc/hostname" ', '"/etc/hosts" ']],
  ['echo x > /etc/timez', ['/etc/timezone ']],
  ['cat --file=/etc/issu', ['--file=/etc/issue ']],
  ['ls ~/.ba', ['~/.bash_logout ', '~/.bashrc ']],
  ['echo $HOM', ['$HOME']],
  [`echo "\${LOGN`, [`"\${LOGNAME}`]],
  ['ssh n', ['node01 ']],
  ['ssh candidate@c', ['candidate@controlplane ']],
  ['scp f no', ['node01:']],
  ['ls /root/', []],
  ['cat /nope/', []],
])('%j completes to %j', async (line, candidates) => {
  const terminal = openTerminal({ world: freshWorld(), seed: 1 })
  expect(terminal.complete(line, line.length).candidates).toEqual(candidates)
})

test.each([
  '__proto__',
  'constructor',
  'toString',
  '$__proto__',
  `\${constructor}`,
  `declare -A a; a[__proto__]=1; echo \${a[__proto__]}`,
  'export __proto__=1',
  'cat __proto__',
  '\0',
  'echo \ud800',
  '('.repeat(3000),
  `echo ${'$('.repeat(300)}`,
  `echo $((${'('.repeat(3000)}`,
  `x=${'a'.repeat(70_000)}`,
  '{'.repeat(500),
  '[[ '.repeat(200),
  `echo ${'{a,b}'.repeat(40)}`,
])('odd text %# is answered, not thrown', async text => {
  const terminal = openTerminal({ world: freshWorld(), seed: 1 })
  await terminal.run(text, screen())
  expect(await typed(terminal, 'echo on')).toBe('on\n')
})
