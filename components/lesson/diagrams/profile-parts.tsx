import { Drawing } from './drawing.tsx'

/** A line of the example; `part` is the number of the part that begins on it. */
const LINES: readonly { readonly text: string; readonly part?: number }[] = [
  { text: '{' },
  { text: '  "defaultAction": "SCMP_ACT_ERRNO",', part: 1 },
  { text: '  "architectures": ["SCMP_ARCH_X86"],', part: 2 },
  { text: '  "syscalls": [' },
  { text: '    { "names": ["read", "write"],', part: 3 },
  { text: '      "action": "SCMP_ACT_ALLOW" },', part: 4 },
  { text: '    { "names": ["clone"],' },
  { text: '      "action": "SCMP_ACT_ALLOW",' },
  { text: '      "args": [{ "index": 0,', part: 5 },
  { text: '        "op": "SCMP_CMP_MASKED_EQ",' },
  { text: '        "value": 268435456,' },
  { text: '        "valueTwo": 0 }] }' },
  { text: '  ]' },
  { text: '}' },
]

const PARTS: readonly { readonly name: string; readonly says: readonly [string, string] }[] = [
  { name: 'defaultAction', says: ['answers for every call that', 'no rule matches'] },
  { name: 'architectures', says: ['more call tables than the node’s own;', 'a call through any other is killed'] },
  { name: 'names', says: ['calls by name; a name that the', 'runtime does not know is skipped'] },
  { name: 'action', says: ['what happens to the calls of', 'this rule'] },
  { name: 'args', says: ['a condition: when it does not hold,', 'the rule does not match'] },
]

const ABOUT = {
  id: 'profile-parts',
  title: 'What the parts of a seccomp profile do',
  description: `A profile in JSON with its five parts numbered. ${PARTS.map(
    ({ name, says }, at) => `${at + 1}: ${name} ${says.join(' ')}.`,
  ).join(' ')}`,
}

/** A small profile with its parts numbered, and what each is for. */
export function ProfileParts() {
  return (
    <figure className="fig wide">
      <Drawing {...ABOUT} size="desk" width={670} height={304}>
        <Profile width={336} />
        <Legend x={366} y={14} />
      </Drawing>
      <Drawing {...ABOUT} size="phone" width={332} height={596}>
        <Profile width={332} />
        <Legend x={4} y={312} />
      </Drawing>
      <figcaption>
        Rules are not tried from top to bottom. For one call, a rule without <code>args</code> beats every rule that has
        them; of two without, the first counts.
      </figcaption>
    </figure>
  )
}

function Profile({ width }: { width: number }) {
  return (
    <>
      <rect className="d-soft" width={width} height="296" rx="3" />
      {LINES.map(({ text, part }, at) => (
        <g key={text}>
          {part && <Disc x={18} y={20 + at * 20} number={part} />}
          <text className="d-m" x="36" y={24 + at * 20} xmlSpace="preserve">
            {text}
          </text>
        </g>
      ))}
    </>
  )
}

function Legend({ x, y }: { x: number; y: number }) {
  return PARTS.map(({ name, says: [first, second] }, at) => {
    const top = y + at * 57
    return (
      <g key={name}>
        <Disc x={x + 9} y={top + 8} number={at + 1} />
        <text className="d-m d-b" x={x + 28} y={top + 12}>
          {name}
        </text>
        <text className="d-t d-s" x={x + 28} y={top + 29}>
          {first}
        </text>
        <text className="d-t d-s" x={x + 28} y={top + 45}>
          {second}
        </text>
      </g>
    )
  })
}

function Disc({ x, y, number }: { x: number; y: number; number: number }) {
  return (
    <>
      <circle className="d-wall" cx={x} cy={y} r="9" />
      <text className="d-t d-s d-b d-on d-mid" x={x} y={y + 4}>
        {number}
      </text>
    </>
  )
}
