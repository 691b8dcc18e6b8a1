import { Drawing } from './drawing.tsx'
import { Text } from './text.tsx'

const LEVELS = ['None', 'Metadata', 'Request', 'RequestResponse'] as const

/** What a level adds to the one before it. */
const PARTS = [
  {
    field: 'user, verb, objectRef, …',
    says: ['who, from where, when,', 'which object, code'],
    phone: ['who, when,', 'what, code'],
  },
  { field: 'requestObject', says: ['the body that', 'was sent'], phone: ['body', 'sent'] },
  { field: 'responseObject', says: ['the body that', 'was answered'], phone: ['body', 'answered'] },
] as const

const ABOUT = {
  id: 'audit-levels',
  title: 'What each audit level puts into the log',
  description:
    'None: nothing. Metadata: who asked, from where, when, for which object, and the answer code. ' +
    'Request: the same and the body that was sent. RequestResponse: the same and the body that was answered. ' +
    'The bodies of a Secret are its values.',
}

/** The four levels, each with what it leaves in the log. */
export function AuditLevels() {
  return (
    <figure className="fig wide">
      <Drawing {...ABOUT} size="desk" width={670} height={236}>
        <Levels lefts={[150, 350, 514]} widths={[192, 156, 155]} top={52} step={36} head="says" />
        <Text at={[350, 224]} look="d-t d-s d-onmiss">
          of a Secret, these are its values
        </Text>
      </Drawing>
      <Drawing {...ABOUT} size="phone" width={332} height={262}>
        <Levels lefts={[122, 202, 270]} widths={[76, 64, 62]} top={52} step={44} head="phone" />
        <Text at={[142, 250]} look="d-t d-s d-onmiss">
          of a Secret, these are its values
        </Text>
      </Drawing>
      <figcaption>
        <code>get</code>, <code>list</code> and <code>watch</code> send no body, so for them <code>Request</code> leaves
        what <code>Metadata</code> leaves. The stage <code>RequestReceived</code> never holds a body.
      </figcaption>
    </figure>
  )
}

interface LevelsProps {
  readonly lefts: readonly number[]
  readonly widths: readonly number[]
  readonly top: number
  readonly step: number
  readonly head: 'says' | 'phone'
}

function Levels({ lefts, widths, top, step, head }: LevelsProps) {
  return (
    <>
      {PARTS.map((part, column) =>
        part[head].map((words, line) => (
          <Text key={part.says[1] + words} at={[lefts[column] ?? 0, 16 + line * 16]}>
            {words}
          </Text>
        )),
      )}
      {LEVELS.map((level, row) => (
        <g key={level}>
          <Text at={[0, top + row * step + 17]} look="d-m">
            {level}
          </Text>
          {PARTS.map(({ field }, column) => {
            const written = column < row
            const body = column > 0
            const [left = 0, width = 0] = [lefts[column], widths[column]]
            return (
              <g key={field}>
                <rect
                  className={written ? (body ? 'd-box d-miss' : 'd-wall') : 'd-dash'}
                  x={left}
                  y={top + row * step}
                  width={width}
                  height="26"
                  rx="4"
                />
                {written && (
                  <Text at={[left + width / 2, top + row * step + 17]} look={`d-m d-mid ${body ? 'd-onmiss' : 'd-on'}`}>
                    {head === 'says' ? field : 'yes'}
                  </Text>
                )}
              </g>
            )
          })}
        </g>
      ))}
    </>
  )
}
