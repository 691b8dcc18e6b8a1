import { refused } from '../files/errno.ts'
import { capture } from '../streams/stream.ts'
import type { ScriptNode } from '../syntax/ast.ts'
import { expandText } from './expand.ts'
import { runInside } from './run.ts'
import { absolute, complain, fork, type Shell } from './shell.ts'

/** What `$(…)` prints, without the line ends at its end. `$(< file)` is the file. */
export async function substitute(shell: Shell, script: ScriptNode): Promise<string> {
  const file = onlyFile(script)
  const child = fork(shell)
  child.line = shell.line
  const out = capture(shell.session.meter.hold)
  if (file) {
    const path = await expandText(child, file)
    const text = child.files.read(absolute(child, path))
    if (!refused(text)) {
      shell.substituted = 0
      return text.replace(/\n+$/, '')
    }
  }
  child.fds.set(1, { sink: out })
  shell.substituted = await runInside(child, script)
  shell.lastExit = shell.substituted
  return out.text().replaceAll('\0', '').replace(/\n+$/, '')
}

function onlyFile(script: ScriptNode) {
  const command = script.statements.length === 1 ? script.statements[0]?.pipelines[0]?.commands[0] : undefined
  if (command?.type !== 'SimpleCommand' || command.name || command.assignments.length > 0) return undefined
  const [only] = command.redirections
  return command.redirections.length === 1 && only?.operator === '<' && only.target.type === 'Word'
    ? only.target
    : undefined
}

/** `<(…)` becomes a file that holds what the commands printed; `>(…)` is not offered. */
export async function substituteProcess(
  shell: Shell,
  script: ScriptNode,
  direction: 'input' | 'output',
): Promise<string> {
  if (direction === 'output') {
    await complain(shell, 'this terminal does not simulate >(...): use a pipe or a file instead')
    throw { leave: 'abort', code: 1 }
  }
  const child = fork(shell)
  const out = capture(shell.session.meter.hold)
  child.fds.set(1, { sink: out })
  await runInside(child, script)
  const path = `/dev/fd/${63 - (shell.session.temporary.size % 64)}`
  shell.session.temporary.set(path, out.text())
  return path
}
