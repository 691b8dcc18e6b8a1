import Link from 'next/link'
import type { CheckTitle } from '#engine/grade/report.ts'
import { counted } from '../ui/amounts.ts'
import { Glyph } from '../ui/glyph.tsx'
import { Words } from '../workbench/results/words.tsx'
import { studioPath } from './paths.ts'
import { inVariants, type ProofCell, type ProofLine, type ProofTable } from './proof-table.ts'

interface ProofRowsProps {
  readonly pack: string
  readonly version: string
  readonly slug: string
  readonly checks: readonly CheckTitle[]
  readonly variants: number
  readonly table: ProofTable
}

/** The proof of a lab: a line for every attempt, a column for every check. What differs from the file's name is outlined. */
export function ProofRows({ pack, version, slug, checks, variants, table }: ProofRowsProps) {
  const groups = [
    { title: 'Right attempts: every check must be earned', lines: table.right },
    { title: 'Wrong attempts: exactly the checks in the name must fail', lines: table.wrong },
  ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, so the keyboard must reach it
    <section className="scroll-x" aria-label="Proof, attempt by attempt" tabIndex={0}>
      <table className="proof">
        <thead>
          <tr>
            <th scope="col">Attempt</th>
            {checks.map(({ id, points, guard }) => (
              <th scope="col" className="c" key={id}>
                {id}
                <br />
                <span className="meta nowrap">
                  {guard && points === 0 ? 'guard' : `${counted(points, 'point')}${guard ? ', guard' : ''}`}
                </span>
              </th>
            ))}
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        {groups.map(({ title, lines }) => (
          <tbody key={title}>
            <tr className="grp">
              <th scope="rowgroup" colSpan={checks.length + 2}>
                {title}
              </th>
            </tr>
            {lines.map(line => (
              <tr key={line.file}>
                <th scope="row">
                  <Link href={studioPath(pack, { version, file: `${slug}/${line.file}` })} prefetch={false}>
                    {line.file}
                  </Link>
                </th>
                {line.cells.map(cell => (
                  <td key={cell.check} className={cell.differs ? 'c bad' : 'c'}>
                    <CellMark cell={cell} />
                  </td>
                ))}
                <td className={line.state === 'differs' ? 'proof-odd' : line.state === 'holds' ? '' : 'muted'}>
                  <Verdict line={line} variants={variants} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function CellMark({ cell: { state, differs, label } }: { cell: ProofCell }) {
  if (differs) return <Glyph name={state === 'ungraded' ? 'ungraded' : 'missed'} label={label} />
  if (state === 'earned') return <Glyph name="earned" label={label} />
  return <span className={state === 'missed' ? 'no' : 'no-open'} role="img" aria-label={label} />
}

function Verdict({ line: { state, verdict, says }, variants }: { line: ProofLine; variants: number }) {
  if (state !== 'differs') return verdict
  return (
    <>
      <b className="vh">{verdict}: </b>
      <ul>
        {says.map(({ text, variants: where }) => (
          <li key={text}>
            {where.length < variants && <span className="meta">{inVariants(where)}: </span>}
            <Words text={text} />
          </li>
        ))}
      </ul>
    </>
  )
}
