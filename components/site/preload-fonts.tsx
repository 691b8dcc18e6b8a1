import sans from '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-standard-normal.woff2'
import mono from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2'
import { preload } from 'react-dom'

/** Only the two Latin files: the other alphabets come when a page needs them. */
export function PreloadFonts() {
  for (const href of [sans, mono]) preload(href, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  return null
}
