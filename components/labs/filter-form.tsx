'use client'

import Form from 'next/form'
import { type ReactNode, useEffect, useRef } from 'react'

interface FilterFormProps {
  readonly id: string
  /** The address of the list as it is shown: the controls follow it when a link or the back button changed it. */
  readonly address: string
  readonly children: ReactNode
}

/** The filters as a GET form. With a script a tick or a choice sends it at once; without one there is a button. */
export function FilterForm({ id, address, children }: FilterFormProps) {
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    const params = new URL(address, location.origin).searchParams
    for (const control of form.current?.elements ?? []) {
      if (control instanceof HTMLSelectElement)
        control.value = params.get(control.name) ?? control.options[0]?.value ?? ''
      if (!(control instanceof HTMLInputElement)) continue
      const asked = params.getAll(control.name)
      if (control.type === 'checkbox') control.checked = asked.length === 0 || asked.includes(control.value)
      if (control.type === 'search') control.value = asked[0] ?? ''
    }
  }, [address])

  useEffect(() => {
    const current = form.current
    const onChange = (event: Event) => {
      if (event.target instanceof HTMLInputElement && event.target.type === 'search') return
      current?.requestSubmit()
    }
    // Controls that stand elsewhere on the page belong to the form by its id: their events do not pass through it.
    const controls = [...(current?.elements ?? [])]
    for (const control of controls) control.addEventListener('change', onChange)
    return () => {
      for (const control of controls) control.removeEventListener('change', onChange)
    }
  }, [])

  return (
    <Form ref={form} id={id} className="tools" action="/labs" scroll={false}>
      {children}
    </Form>
  )
}
