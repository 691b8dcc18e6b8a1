import { join } from 'node:path'
import type { Prompt } from '#engine/shell/terminal.ts'
import { findLab } from './find-lab.ts'
import { askLines } from './run/ask-lines.ts'
import { labPage } from './run/lab-page.ts'
import { type LiveLab, openLiveLab } from './run/live-lab.ts'
import { ownCommand, ownCommands, ownNames } from './run/own-commands.ts'
import { createScreen } from './run/screen.ts'
import { type ExitCode, printable, refuse, type Surroundings } from './surroundings.ts'

const noEditor = (path: string) =>
  `There is no editor here, so ${path} was not opened. Write it with cat > ${path} <<'EOF', or change it with sed. The app has an editor.\n`

/** Opens a lab in the person's own terminal, until they leave. */
export async function labRun(
  lab: string,
  options: { readonly variant: string },
  around: Surroundings,
  now: () => number = Date.now,
): Promise<ExitCode> {
  const chosen = await findLab(lab, options.variant, join(around.root, 'labs'))
  if (typeof chosen === 'string') return refuse(around, chosen)
  const opened = chosen.source.variant(chosen.variant)
  const which = `variant ${chosen.variant + 1} of ${chosen.source.variants.length}`
  const live = openLiveLab(chosen, around.workers.shell, now)
  const own = ownCommands(opened, which, live)
  const say = (text: string) => around.stdout.write(printable(text))

  let running = false
  const lines = askLines(around, {
    onInterrupt() {
      if (running && live.interrupt()) around.stdout.write('^C\n')
    },
    complete: before => completions(live, before),
  })
  say(`${labPage(opened, which)}\n:check grades, :hint helps, :task shows this again, :help lists the rest.\n\n`)
  try {
    let text = ''
    for (;;) {
      const entered = await lines.next(text === '' ? promptText(await live.prompt()) : '> ')
      if (entered === 'interrupt') {
        text = ''
        continue
      }
      if (typeof entered === 'object') {
        const asked = text === '' ? ownCommand(entered.line) : undefined
        if (asked) {
          const told = await own(asked)
          say(told.text)
          if (told.quit) return 0
          continue
        }
        text += text === '' ? entered.line : `\n${entered.line}`
        if (text.trim() === '') text = ''
        if (text === '' || (await live.needsMore(text))) continue
      } else if (text === '') {
        if (entered === 'end-of-input') return 0
        text = 'exit'
      }
      running = true
      const ended = await live.run(
        text,
        createScreen(piece => around.stdout.write(piece)),
      )
      running = false
      text = ''
      if (ended.clear && around.stdout.isTTY) around.stdout.write('\u001b[H\u001b[2J\u001b[3J')
      if (ended.open) say(noEditor(ended.open.path))
      if (ended.closed) return 0
    }
  } finally {
    lines.close()
    await live.close()
  }
}

function promptText({ user, host, cwd, sign }: Prompt): string {
  return printable(`${user}@${host}:${cwd}${sign} `)
}

async function completions(live: LiveLab, before: string): Promise<readonly [string[], string]> {
  if (/^\s*:[a-z]*$/.test(before)) {
    const part = before.trimStart()
    return [ownNames.filter(name => name.startsWith(part)), part]
  }
  const { from, candidates } = await live.complete(before, before.length)
  return [candidates.map(printable), before.slice(from)]
}
