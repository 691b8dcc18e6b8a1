import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import '@fontsource-variable/ibm-plex-sans/standard.css'
import '@fontsource-variable/jetbrains-mono'
import './globals.css'
import { Overlays } from '#components/palette/overlays.tsx'
import { PreloadFonts } from '#components/site/preload-fonts.tsx'

export const metadata: Metadata = {
  title: { default: 'Practise for the CKS exam · Breakwater', template: '%s · Breakwater' },
  description: 'Lessons and labs for the Certified Kubernetes Security Specialist exam, in the browser.',
}

export const viewport: Viewport = {
  // The keyboard of a phone makes the page lower instead of lying over the line that is typed.
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f4f8f9' },
    { media: '(prefers-color-scheme: dark)', color: '#0c1519' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The theme's attribute is set by a script before React wakes: the server cannot know it.
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* Blocking on purpose: a few lines that must run before the first paint. */}
        <script src="/theme.js" />
        <PreloadFonts />
      </head>
      <body>
        {children}
        <Overlays />
      </body>
    </html>
  )
}
