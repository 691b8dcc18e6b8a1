'use client'

import { useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import type { DrawnHints } from '../acts.ts'
import { AskDialog } from '../ask-dialog.tsx'
import { giveUpQuestion } from '../give-up-question.ts'
import { useAttempt, useWorkbench } from '../store.ts'

/** Hints by check, opened one after another, and the way to the solution for who wants to give up. */
export function Hints() {
  const { giveUp } = useAttempt()
  const hints = useWorkbench(state => state.hints)
  const open = useWorkbench(state => state.head.status === 'open')
  const [asking, setAsking] = useState(false)
  return (
    <>
      {hints
        .filter(it => it.count > 0)
        .map(it => (
          <HintsOfCheck key={it.check} hints={it} />
        ))}
      {open && (
        <div className="hint-end">
          <button className="btn btn-sm" type="button" onClick={() => setAsking(true)}>
            Give up and see the solution…
          </button>
        </div>
      )}
      {asking && (
        <AskDialog
          title={giveUpQuestion.title}
          act={giveUpQuestion.act}
          stay={giveUpQuestion.stay}
          onAct={() => void giveUp()}
          onClose={() => setAsking(false)}
        >
          {giveUpQuestion.text}
        </AskDialog>
      )}
    </>
  )
}

function HintsOfCheck({ hints: { check, title, count, opened } }: { hints: DrawnHints }) {
  const { openHint } = useAttempt()
  const [asked, setAsked] = useState(false)
  const next = opened.length + 1
  const open = async () => {
    if (asked) return
    setAsked(true)
    await openHint(check)
    setAsked(false)
  }
  return (
    <section className="hints">
      <h2 className="hints-of">{title}</h2>
      {opened.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hints keep their order and are never closed
        <details className="hint" key={index} open>
          <summary>
            <Icon name="chevron" className="ic-turn" />
            <Icon name="bulb" />
            Hint {index + 1}, opened
          </summary>
          <div>{text}</div>
        </details>
      ))}
      {next <= count && (
        <button className="hint hint-next" type="button" aria-busy={asked} onClick={() => void open()}>
          <Icon name="chevron" />
          <Icon name="bulb" />
          Open hint {next}
          <span className="grow" />
          <span className="meta">noted in the report, costs no points</span>
        </button>
      )}
      {Array.from({ length: Math.max(0, count - next) }, (_, index) => next + 1 + index).map(number => (
        <p className="hint hint-later" key={number}>
          <Icon name="lock" />
          Hint {number}
          <span className="grow" />
          <span className="meta">opens after hint {number - 1}</span>
        </p>
      ))}
    </section>
  )
}
