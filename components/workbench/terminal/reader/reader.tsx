'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useAttempt } from '../../store.ts'
import { type Block, type Blocks, lengthWords, longOutput, partsOf } from './blocks.ts'
import { stepBetween } from './step-between.ts'
import './reader.css'

/** Reader mode: the last output as a list of blocks, one for each command, which Alt+Up and Alt+Down go through. */
export function Reader({ blocks }: { blocks: Blocks }) {
  const { focus } = useAttempt()
  const all = useSyncExternalStore(blocks.subscribe, blocks.get, blocks.get)
  const list = useRef<HTMLElement>(null)
  const last = all.at(-1)
  const long = last !== undefined && !last.running && last.lines.length > longOutput
  const spoken = useRef(last?.id)

  useEffect(() => {
    const pane = list.current?.closest('[data-pane]')
    const pressed = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || !list.current) return
      const to = stepBetween(event, list.current)
      if (to === undefined) return
      event.preventDefault()
      event.stopPropagation()
      if (to === 'prompt') focus.get('terminal')?.()
      else to.focus()
    }
    pane?.addEventListener('keydown', pressed, true)
    return () => pane?.removeEventListener('keydown', pressed, true)
  }, [focus])

  useEffect(() => {
    const { current } = list
    if (all.length > 0 && current && !current.contains(document.activeElement)) current.scrollTop = current.scrollHeight
  }, [all])

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls can be scrolled by keyboard
    <section ref={list} className="reader" aria-label="Output by command" tabIndex={0}>
      <h2>Output by command</h2>
      {all.length === 0 && <p className="reader-say">No command was run in this terminal yet.</p>}
      {all.map(block => (
        <OneBlock key={block.id} block={block} />
      ))}
      <p className="vh" role="status">
        {long && last.id !== spoken.current && lengthWords(last.lines.length)}
      </p>
    </section>
  )
}

function OneBlock({ block: { id, prompt, text, lines, running } }: { block: Block }) {
  const parts = partsOf(lines)
  const [only] = parts
  const whole = parts.length === 1
  const name = `block-${id}`
  return (
    <article className="reader-block">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div
        role="group"
        data-block="command"
        tabIndex={-1}
        aria-labelledby={name}
        aria-describedby={`${name}-length${whole ? ` ${name}-text` : ''}`}
      >
        <h3 id={name}>
          <span className="reader-prompt">{prompt}</span> {text}
        </h3>
        <p className="reader-say" id={`${name}-length`}>
          {running ? 'runs' : lengthWords(lines.length)}
        </p>
        {whole && <pre id={`${name}-text`}>{only?.text}</pre>}
      </div>
      {!whole &&
        parts.map(part => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
          <div
            key={part.from}
            role="group"
            data-block="part"
            tabIndex={-1}
            aria-label={`Lines ${part.from} to ${part.to} of ${lines.length}`}
            aria-describedby={`${name}-${part.from}`}
          >
            <p className="reader-say" aria-hidden="true">
              Lines {part.from} to {part.to}
            </p>
            <pre id={`${name}-${part.from}`}>{part.text}</pre>
          </div>
        ))}
    </article>
  )
}
