import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { generator } from '../../validation/fixtures/generator.ts'
import { startFalco } from './command.ts'
import type { Disk } from './disk.ts'
import { falcoOptions } from './options.ts'

/** `UPDATE=1` writes what is printed anew; look at the difference before keeping it. */
const file = join(import.meta.dirname, 'fixtures/command.yaml')
const written = readFileSync(file, 'utf8')
const heading = /^(?:#.*\n)*/.exec(written)?.[0] ?? ''
const fixture = z
  .strictObject({
    /** Path → text; each case has them all, and its own. Directories are what paths stand in. */
    files: z.record(z.string(), z.string()),
    cases: z.array(
      z.strictObject({
        args: z.array(z.string()),
        files: z.record(z.string(), z.string()).optional(),
        exit: z.number(),
        waits: z.boolean().optional(),
        stdout: z.string().optional(),
        stderr: z.string().optional(),
        /** In place of a long `stdout`. */
        lines: z.number().optional(),
      }),
    ),
  })
  .parse(parse(written))

function diskOver(files: Readonly<Record<string, string>>): Disk {
  const below = (folder: string) => Object.keys(files).filter(path => path.startsWith(`${folder}/`))
  return {
    read: path => {
      const text = files[path]
      if (text !== undefined) return { text }
      return { problem: below(path).length > 0 ? 'directory' : 'missing' }
    },
    list: folder => below(folder).map(path => path.slice(folder.length + 1)),
  }
}

function run(args: readonly string[], files: Readonly<Record<string, string>>) {
  const disk = diskOver({ ...fixture.files, ...files })
  const kernel = 'Linux version 6.8.0\n'
  return startFalco(args, { disk, hostname: 'node01', env: new Map([['RULES', '/mine.yaml']]), clock: 0, kernel })
}

function shown(args: readonly string[], files: Readonly<Record<string, string>>) {
  const { exitCode, stdout, stderr, live } = run(args, files)
  const lines = stdout.split('\n').length - 1
  const messages = stderr.replaceAll('Thu Jan  1 00:00:00 1970: ', '')
  return {
    exit: exitCode,
    ...(live && { waits: true }),
    ...(stdout !== '' && (lines > 25 ? { lines } : { stdout })),
    ...(messages !== '' && { stderr: messages }),
  }
}

if (process.env.UPDATE) {
  const cases = fixture.cases.map(({ args, files = {} }) => ({
    args,
    ...(Object.keys(files).length > 0 && { files }),
    ...shown(args, files),
  }))
  writeFileSync(file, heading + stringify({ files: fixture.files, cases }, { lineWidth: 0, blockQuote: 'literal' }))
}

describe('falco', () => {
  test.each(fixture.cases.map(each => ({ ...each, title: each.args.join(' ') })))(
    '$title',
    ({ title: _, args, files = {}, ...wanted }) => {
      expect(shown(args, files)).toEqual(wanted)
    },
  )

  test('every option is tried', () => {
    const tried = fixture.cases.flatMap(({ args }) => args)
    const untried = falcoOptions
      .map(({ letter, name }) => (letter ? `-${letter}` : `--${name}`))
      .filter(option => !tried.some(arg => arg === option || arg.startsWith(`${option}=`)))
    expect(untried).toEqual([])
  })

  test('never throws', () => {
    const { next } = generator(5)
    const words = [
      '-V',
      '-r',
      '-o',
      '-M',
      '-L',
      '-l',
      '--list',
      '-N',
      '--format',
      '=',
      'a.b=c',
      'a[]=1',
      'a[9]=',
      '-',
      '--',
      '/mine.yaml',
      '',
      'rules[].x={a',
    ]
    for (let round = 0; round < 400; round++) {
      const args = Array.from({ length: next(6) }, () => words[next(words.length)] ?? '')
      expect(() => run(args, {})).not.toThrow()
    }
  })
})
