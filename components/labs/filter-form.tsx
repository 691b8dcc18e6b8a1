'use client'

import Form from 'next/form'
import { type ReactNode, useEffect, useRef } from 'react'
import { leaveOutDefaults, showAddress } from './form-address.ts'

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
    if (form.current) showAddress(form.current, new URL(address, location.origin).searchParams)
  }, [address])

  useEffect(() => {
    const current = form.current
    if (!current) return
    const onChange = (event: Event) => {
      const searching = event.target instanceof HTMLInputElement && event.target.type === 'search'
      if (!searching) current.requestSubmit()
    }
    // Controls that stand elsewhere on the page belong to the form by its id: their events do not pass through it.
    const controls = [...current.elements]
    for (const control of controls) control.addEventListener('change', onChange)
    current.addEventListener('formdata', leaveOutDefaults)
    return () => {
      for (const control of controls) control.removeEventListener('change', onChange)
      current.removeEventListener('formdata', leaveOutDefaults)
    }
  }, [])

  return (
    <Form ref={form} id={id} className="tools" action="/labs" scroll={false}>
      {children}
    </Form>
  )
}
