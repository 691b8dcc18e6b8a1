import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadLab } from '#engine/grade/load-lab.ts'
import { readFolder } from '#packs/read-folder.ts'
import { proveLab } from '#sessions/prove-lab.ts'
import { labResult } from '../cli/check/lab-result.ts'
import { labText, summary } from '../cli/check/text-report.ts'

/** Who follows `docs/writing-a-lab.md` to the letter gets a lab that holds. */
const guide = readFileSync('docs/writing-a-lab.md', 'utf8')

test('the lab that the guide writes holds, and its report is the one on the page', { timeout: 60_000 }, async () => {
  const { files: template } = await readFolder('cli/templates/audit', '.')
  const kept = Object.entries(template).filter(([name]) => !/^(pass|fail)\//.test(name))
  const written = [...guide.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)].map(([, name = '', text = '']) => [
    name,
    text,
  ])
  const folder = 'data/packs/mine/who-opens-a-shell'
  const { source, findings } = loadLab('mine/who-opens-a-shell', Object.fromEntries([...kept, ...written]))
  expect(findings).toEqual([])
  if (!source) throw new Error('no lab')
  const result = labResult({ id: source.id, folder, source, findings }, await proveLab(source))
  const shown = /^```text\n(mine\/who-opens-a-shell\n[\s\S]*?)^```$/m.exec(guide)?.[1]
  expect(shown).toBe(`${labText(result)}${summary([result])}`)
})

test('mistakes of authors are told in the words that lab check has', () => {
  const told = ['sessions/fixtures/prove-lab.yaml', 'engine/grade/load-lab.yaml']
    .map(it => readFileSync(it, 'utf8'))
    .join()
  const [, table = ''] = guide.split('| it says | behind it |\n')
  const words = [...(table.split('\n\n')[0]?.matchAll(/^\| (?!-)(.*?)(?: …)? \|/gm) ?? [])].map(([, it = '']) => it)
  expect(words.length).toBeGreaterThan(10)
  expect(words.filter(it => !told.includes(it))).toEqual([])
})
