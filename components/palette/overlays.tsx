'use client'

import { type ComponentType, useEffect, useState } from 'react'
import { type Overlay, opens } from './opening.ts'

export interface OverlayProps {
  /** Called once it has the focus; answers what was typed before. */
  onOpen(): string
  onClose(): void
}

const load: Readonly<Record<Overlay, () => Promise<ComponentType<OverlayProps>>>> = {
  palette: () => import('./palette.tsx').then(it => it.Palette),
  sheet: () => import('../keyboard/sheet.tsx').then(it => it.Sheet),
}

/**
 * Opens the palette and the sheet of keys on every page: by keys, and by elements with `data-overlay`, which do something
 * else without a script. Both are loaded when they are first opened; what is typed meanwhile goes into them.
 */
export function Overlays() {
  const [shown, show] = useState<{ readonly Part: ComponentType<OverlayProps>; onOpen(): string } | null>(null)
  useEffect(() => {
    let typed: string | null = null
    const onOpen = () => {
      const all = typed ?? ''
      typed = null
      return all
    }
    const open = (overlay: Overlay, start = '') => {
      const over = document.querySelector<HTMLDialogElement>('dialog[open]')
      // The same keys close it again; a question that is open is answered first.
      if (over?.dataset.overlayOf === overlay) over.close()
      if (over || typed !== null) return
      typed = start
      load[overlay]()
        .then(Part => show({ Part, onOpen }))
        .catch(onOpen)
    }
    const take = (event: Event) => {
      event.preventDefault()
      event.stopPropagation()
    }
    const listeners = {
      keydown(event: KeyboardEvent) {
        const typing = event.target instanceof Element && event.target.closest('.term, .monaco-editor, textarea')
        const overlay = opens(event, Boolean(typing))
        if (overlay) open(overlay)
        else if (typed !== null && event.key.length === 1) typed += event.key
        else return
        take(event)
      },
      click(event: MouseEvent) {
        const overlay = overlayOf(event.target)
        if (!overlay || event.ctrlKey || event.metaKey || event.shiftKey) return
        open(overlay)
        take(event)
      },
      input({ target }: Event) {
        if (!(target instanceof HTMLInputElement) || overlayOf(target) !== 'palette') return
        open('palette', target.value)
        target.value = ''
      },
    }
    for (const [name, listener] of Object.entries(listeners)) addEventListener(name, listener as EventListener, true)
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        removeEventListener(name, listener as EventListener, true)
    }
  }, [])
  return shown && <shown.Part onOpen={shown.onOpen} onClose={() => show(null)} />
}

function overlayOf(target: EventTarget | null): Overlay | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-overlay]') : null
  return element?.dataset.overlay as Overlay | undefined
}
