import { expect, test } from 'vitest'
import { openHereDocument } from './here-document.ts'

/** A text → the word it waits for. */
const cases: readonly (readonly [string, string | undefined])[] = [
  ['ls\n', undefined],
  ['cat <<EOF\n', 'EOF'],
  ['cat <<EOF\nline\n', 'EOF'],
  ['cat <<EOF\nline\nEOF\n', undefined],
  ["cat > /f <<'END'\na: 1\n", 'END'],
  ['cat <<"END" | kubectl apply -f -\n', 'END'],
  ['cat <<-EOF\n\tEOF\n', undefined],
  ['cat <<EOF\n\tEOF\n', 'EOF'],
  ['cat <<A <<B\nx\nA\n', 'B'],
  ['cat <<< word\n', undefined],
  ["echo '<<EOF\n", undefined],
  ['echo "<<EOF"\n', undefined],
  ['ls # <<EOF\n', undefined],
  ['echo \\<<EOF\n', undefined],
  ["cat <<EOF\nit's\n", 'EOF'],
  ['for i in 1 2; do\n', undefined],
]

test.each(cases)('%j waits for %s', (text, word) => {
  expect(openHereDocument(text)).toBe(word)
})
