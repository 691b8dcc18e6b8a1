import { Text } from './text.tsx'

/** The filter's questions, in the order in which it asks them. */
export function FilterText({ x, y, end }: { x: number; y: number; end: number }) {
  const rows = [
    ['1  architecture', 'x86_64'],
    ['2  call number', '272'],
    ['3  arguments', '0x10000000'],
  ] as const
  return (
    <>
      <Text at={[x, y]} look="d-t d-b">
        seccomp filter
      </Text>
      <Text at={[x, y + 18]}>asked before the call starts</Text>
      <path className="d-dash" d={`M${x} ${y + 30}H${end}`} />
      {rows.map(([question, answer], at) => (
        <g key={question}>
          <Text at={[x, y + 52 + at * 22]}>{question}</Text>
          <Text at={[end, y + 52 + at * 22]} look="d-m d-end">
            {answer}
          </Text>
        </g>
      ))}
      <path className="d-dash" d={`M${x} ${y + 110}H${end}`} />
      <Text at={[x, y + 132]}>no rule matches:</Text>
      <Text at={[x, y + 150]} look="d-m">
        defaultAction
      </Text>
    </>
  )
}
