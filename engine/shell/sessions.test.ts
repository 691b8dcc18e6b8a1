import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Happening, Happenings } from '../cluster/events/happening.ts'
import { readHappening } from '../cluster/events/read-happening.ts'
import { createWorld } from '../cluster/world.ts'
import { baseWorld } from '../worlds/base-worlds.ts'
import { openTerminal } from './open-terminal.ts'
import type { Ended, Terminal } from './terminal.ts'

/**
 * A `.session.txt` file is what a person would see: prompts, what is typed (`> ` goes on), what is printed,
 * and a line in brackets where a line ended otherwise than with 0: `[1]`, `[limited]`, `[open node01:/tmp/x]`.
 * `# On node01: { every: 7, open: /etc/shadow }` in the heading lets that happen as time passes.
 * `UPDATE=1` writes the files anew; look at the difference before keeping it.
 */
const here = dirname(fileURLToPath(import.meta.url))
const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.session.txt'))
const start = Date.UTC(2026, 10, 22, 9, 30)

const promptLine = /^(\w+@\w+:\S*[$#]) ?(.*)$/

function typedIn(text: string): string[] {
  const typed: string[] = []
  let reading = false
  for (const line of text.split('\n')) {
    const prompt = promptLine.exec(line)
    if (prompt) typed.push(prompt[2] ?? '')
    else if (reading && /^> ?/.test(line)) typed[typed.length - 1] += `\n${line.replace(/^> ?/, '')}`
    reading = prompt !== null || (reading && /^> ?/.test(line))
  }
  return typed
}

function ending(ended: Ended): string {
  const words = [
    ...(ended.how === 'finished' ? [] : [ended.how]),
    ...(ended.exitCode === 0 || ended.how !== 'finished' ? [] : [String(ended.exitCode)]),
    ...(ended.open ? [`open ${ended.open.host}:${ended.open.path}`] : []),
    ...(ended.clear ? ['clear'] : []),
    ...(ended.closed ? ['closed'] : []),
  ]
  return words.map(word => `[${word}]\n`).join('')
}

function happeningsIn(heading: string): Happenings {
  const found = new Map<string, readonly Happening[]>()
  for (const [, host = '', text = ''] of heading.matchAll(/^# On (\w+): (\{.*\})$/gm)) {
    const { value, findings } = readHappening(parse(text), [])
    if (!value) throw new Error(findings[0]?.message)
    found.set(host, [...(found.get(host) ?? []), value])
  }
  return found
}

async function play(typed: readonly string[], heading: string): Promise<string> {
  const base = baseWorld('two-node')
  if (!base) throw new Error('no base world')
  const terminal: Terminal = openTerminal({
    world: createWorld(base, start, undefined, happeningsIn(heading)),
    seed: 7,
  })
  let screen = ''
  for (const text of typed) {
    const { user, host, cwd, sign } = terminal.prompt()
    screen += `${user}@${host}:${cwd}${sign} ${text.replaceAll('\n', '\n> ')}\n`
    let printed = ''
    const ended = await terminal.run(text, {
      out: more => {
        printed += more
      },
      signal: new AbortController().signal,
      sleep: () => new Promise(done => setImmediate(done)),
    })
    screen += printed === '' || printed.endsWith('\n') ? printed : `${printed}\\\n`
    screen += ending(ended)
  }
  return screen
}

test.each(files.map(path => [relative('.', path)]))('%s', async path => {
  const full = join(here, path)
  const wanted = readFileSync(full, 'utf8')
  const heading = /^(?:#.*\n|\n)*/.exec(wanted)?.[0] ?? ''
  const seen = heading + (await play(typedIn(wanted.slice(heading.length)), heading))
  if (process.env.UPDATE) writeFileSync(full, seen)
  expect(seen).toBe(wanted)
})

test('every command has a session beside it', () => {
  const folders = readdirSync(join(here, 'commands'), { withFileTypes: true }).filter(entry => entry.isDirectory())
  const missing = folders
    .map(folder => folder.name)
    .filter(name => !files.includes(join('commands', name, `${name}.session.txt`)))
  expect(missing).toEqual([])
})
