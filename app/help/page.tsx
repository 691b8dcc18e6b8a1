import type { Metadata } from 'next'
import { KeyGroups } from '#components/keyboard/key-groups.tsx'
import { SitePage } from '#components/site/site-page.tsx'
import '#components/keyboard/keys.css'

export const metadata: Metadata = {
  title: 'Keyboard and help',
  description: 'The keys of Breakwater, and how a lab works without a mouse.',
}

export default function HelpPage() {
  return (
    <SitePage>
      <h1>Keyboard and help</h1>
      <p className="lede">
        Everything works without a mouse. In a lab <kbd>F1</kbd> shows these keys, and <kbd>Alt</kbd>
        <kbd>K</kbd> finds every lab, lesson and command.
      </p>
      <div className="key-cols help-keys">
        <KeyGroups heading="h2" />
      </div>
      <p className="help-note">
        Keys are told by their place and not their letter, so they hold on every keyboard. The browser keeps{' '}
        <kbd>Ctrl</kbd>
        <kbd>W</kbd> to itself: in the terminal, <kbd>Alt</kbd>
        <kbd>Backspace</kbd> deletes the word before the cursor. Reader mode is turned on in the status bar of a lab.
      </p>
    </SitePage>
  )
}
