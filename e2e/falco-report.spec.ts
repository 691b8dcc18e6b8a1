import { expect, test } from './quiet-test.ts'
import { solution } from './solution.ts'
import { openLab } from './workbench.ts'

test.setTimeout(150_000)

/** In the terminal of a person thirty seconds take thirty seconds, so this lab has a story of its own. */
test('a node is watched for thirty seconds, and its report is read', async ({ page }) => {
  const lab = await openLab(page, 'watch-a-node-and-report')
  const [, rule = '', watch = '', who = ''] =
    /^([\s\S]*?\nEOF\n)(falco .* -M 30 .*\n)([\s\S]*)$/.exec(solution('watch-a-node-and-report')) ?? []
  const runs = async (script: string, word: string) => {
    await page.keyboard.type(`${script.trim()}; echo ${word}\n`)
    await expect.poll(async () => (await lab.screen()).split('\n').includes(word), { timeout: 60_000 }).toBe(true)
  }
  await lab.paste(rule)
  const began = Date.now()
  await runs(watch, 'watched')
  expect(Date.now() - began).toBeGreaterThan(29_000)
  await lab.check()
  await expect(lab.results).toContainText('1 check missed: The Pod that does it.')
  const [file = '', find = ''] = who.split(/(?<=\nEOF\n)/)
  await lab.paste(file)
  await runs(find, 'found')
  await lab.check()
  await expect(lab.results.getByRole('status')).toContainText(/(\d+) of \1 points/)
})
