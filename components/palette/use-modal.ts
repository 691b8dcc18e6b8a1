import { type RefObject, useEffect, useLayoutEffect } from 'react'

/**
 * Opens a dialog over the page as long as it is drawn. The browser keeps the focus inside and gives it back. `onOpen` may
 * change state: that is drawn before the next key.
 */
export function useModal(dialog: RefObject<HTMLDialogElement | null>, onOpen: () => void) {
  useLayoutEffect(() => {
    dialog.current?.showModal()
    onOpen()
  }, [dialog, onOpen])
  useEffect(
    () => () => {
      // Chromium gives the focus back, but not the caret: in a field nothing could be typed.
      const { activeElement } = document
      if (!(activeElement instanceof HTMLElement) || activeElement === document.body) return
      activeElement.blur()
      activeElement.focus({ preventScroll: true })
    },
    [],
  )
}
