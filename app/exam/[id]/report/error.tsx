'use client'

// Not the running exam's words: the clock of a report stands.
export { default } from '../../../error.tsx'
