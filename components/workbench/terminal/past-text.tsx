'use client'

import { useWorkbench } from '../store.ts'

/** What stood on the screen, as plain text, until the terminal itself is there. */
export function PastText() {
  const terminal = useWorkbench(state => state.terminal)
  const past = useWorkbench(state => state.past)
  const prompt = useWorkbench(state => state.terminals.find(it => it.id === state.terminal)?.prompt ?? '')
  const lines = past.filter(it => it.terminal === terminal && !it.undone)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls can be scrolled by keyboard
    <pre className="term-body" role="log" tabIndex={0} aria-label="Terminal">
      {lines.map(it => `${it.prompt} ${it.text}\n${it.output}`).join('')}
      {prompt}
    </pre>
  )
}
