'use client'

import '@xterm/xterm/css/xterm.css'
import { FitAddon } from '@xterm/addon-fit'
import { Terminal } from '@xterm/xterm'
import dynamic from 'next/dynamic'
import { useEffect, useRef, useState } from 'react'
import { shortcutOf } from '../pane-keys.ts'
import { useAttempt, useWorkbench } from '../store.ts'
import { currentTheme, onTheme, terminalThemes } from '../theme.ts'
import { createBlocks } from './reader/blocks.ts'
import { readerMode, useReaderMode } from './reader/reader-mode.ts'
import { openSession, type Session } from './session.ts'

const Reader = dynamic(() => import('./reader/reader.tsx').then(it => it.Reader), { ssr: false })

interface ScreenHostProps {
  readonly id: string
  readonly shown: boolean
  readonly label: string
}

/** The element that one xterm lives in; loaded after the page, with xterm itself. */
export function ScreenHost({ id, shown, label }: ScreenHostProps) {
  const attempt = useAttempt()
  const element = useRef<HTMLDivElement>(null)
  const session = useRef<Session>(null)
  const term = useRef<Terminal>(null)
  const redraws = useWorkbench(state => state.redraws)
  const drawnFor = useRef(redraws)
  const reader = useReaderMode()
  const [blocks] = useState(createBlocks)

  useEffect(() => {
    if (!element.current) return
    const place = element.current
    const screen = createScreen()
    const fit = new FitAddon()
    screen.loadAddon(fit)
    let stopped = false
    let frame = 0
    const resize = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        if (place.offsetHeight > 0) void session.current?.resized(() => fit.fit())
      })
    }
    const observer = new ResizeObserver(resize)
    // Cells are measured once, when the terminal opens: the typeface has to be there.
    void document.fonts.load('13px "JetBrains Mono Variable"').finally(() => {
      if (stopped) return
      screen.open(place)
      fit.fit()
      term.current = screen
      session.current = openSession(screen, attempt, id, blocks)
      void session.current.redraw()
      observer.observe(place)
    })
    const stopTheme = onTheme(theme => {
      screen.options.theme = terminalThemes[theme]
    })
    return () => {
      stopped = true
      cancelAnimationFrame(frame)
      observer.disconnect()
      stopTheme()
      session.current?.close()
      session.current = null
      term.current = null
      screen.dispose()
    }
  }, [attempt, id, blocks])

  useEffect(() => {
    if (redraws !== drawnFor.current) void session.current?.redraw()
    drawnFor.current = redraws
  }, [redraws])

  useEffect(() => {
    if (term.current) term.current.options.screenReaderMode = reader
  }, [reader])

  useEffect(() => {
    if (!shown) return
    attempt.focus.set('terminal', () => term.current?.focus())
  }, [attempt, shown])

  return (
    <div
      className={reader ? 'term-screen has-reader' : 'term-screen'}
      role="tabpanel"
      aria-label={label}
      hidden={!shown}
    >
      {/* Without a margin of its own: the rows that fit are counted by its height. */}
      <div className="term-rows" ref={element} />
      {reader && <Reader blocks={blocks} />}
    </div>
  )
}

Terminal.strings.promptLabel = 'Command line'
Terminal.strings.tooMuchOutput = 'More output; press Alt+Up to read by block'

function createScreen(): Terminal {
  const screen = new Terminal({
    convertEol: true,
    cursorBlink: false,
    cursorInactiveStyle: 'outline',
    fontFamily: '"JetBrains Mono Variable", ui-monospace, monospace',
    fontSize: 13,
    lineHeight: 1.15,
    macOptionIsMeta: true,
    minimumContrastRatio: 4.5,
    screenReaderMode: readerMode(),
    scrollback: 5000,
    theme: terminalThemes[currentTheme()],
  })
  screen.attachCustomKeyEventHandler(event => {
    if (shortcutOf(event) !== undefined) return false
    if (event.ctrlKey && event.shiftKey && event.code === 'KeyC') {
      // Otherwise the browser opens its tools.
      event.preventDefault()
      if (event.type === 'keydown' && screen.hasSelection()) void navigator.clipboard.writeText(screen.getSelection())
      return false
    }
    // The browser pastes; xterm takes it from there. Copying by Ctrl+Insert is the browser's, too.
    if (event.ctrlKey && event.shiftKey && event.code === 'KeyV') return false
    return event.code !== 'Insert' || !(event.ctrlKey || event.shiftKey)
  })
  return screen
}
