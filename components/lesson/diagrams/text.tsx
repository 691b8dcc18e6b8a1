/** Words in a diagram. `look` names classes of lesson.css; without it they are small. */
export function Text({
  at: [x, y],
  look = 'd-t d-s',
  children,
}: {
  at: [number, number]
  look?: string
  children: string
}) {
  return (
    <text className={look} x={x} y={y}>
      {children}
    </text>
  )
}
