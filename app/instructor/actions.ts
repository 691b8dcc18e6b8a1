'use server'

import { redirect } from 'next/navigation'
import type { SignIn } from '#components/exam/begin/token-form.tsx'
import { formFields } from '#server/http/form-fields.ts'
import { signInAsInstructor, signOutAsInstructor } from '#server/instructor.ts'

/** Exchanges the token for a cookie. */
export const signIn: SignIn = async (_, form) => {
  const token = formFields(form)?.token
  const state = await signInAsInstructor(typeof token === 'string' ? token.slice(0, 1000) : '')
  if (state === 'often') return 'There were too many tries. Wait a few seconds, then try again.'
  if (state === 'wrong') return 'This is not the token. It was given to the server as BREAKWATER_INSTRUCTOR_TOKEN.'
  redirect('/instructor')
}

export async function signOut(): Promise<void> {
  await signOutAsInstructor()
  redirect('/instructor')
}
