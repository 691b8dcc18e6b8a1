import type { EditorFile } from '../state.ts'

/** The file until Monaco is there: same typeface, line height and places, so that nothing jumps. */
export function PlainText({ file }: { file: EditorFile }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls can be scrolled by keyboard
    <pre className="ed" role="document" tabIndex={0} aria-label={`${file.path} on ${file.host}`}>
      <code>
        {file.text.split('\n').map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
          <span className="l" data-n={index + 1} key={index}>
            {line}
          </span>
        ))}
      </code>
    </pre>
  )
}
