'use client'

import { Glyph } from '../ui/glyph.tsx'
import { Icon } from '../ui/icon.tsx'
import { useWorkbench } from './store.ts'

/** Where a command of the terminal that is shown would run; a warning in words when that is not the `host` of the task. */
export function HostCell({ host }: { host?: string }) {
  const prompt = useWorkbench(state => state.terminals.find(it => it.id === state.terminal)?.prompt ?? '')
  const where = prompt.split(':')[0] ?? ''
  const here = where.split('@')[1]
  const elsewhere = host !== undefined && here !== undefined && here !== host
  return (
    <span className={elsewhere ? 'st-host st-off' : 'st-host'}>
      {elsewhere ? <Glyph name="warning" /> : <Icon name="host" />}
      <b>{where === '' ? 'no terminal' : where}</b>
      {elsewhere && <span>the task is on {host}</span>}
    </span>
  )
}
