import { defaultCapabilities } from '#engine/validation/seccomp/default-profile.ts'
import { countRuntimeDefault } from './count-runtime-default.ts'

const CONTAINERS: readonly { readonly title: string; readonly capabilities: readonly string[] }[] = [
  { title: 'drops all capabilities', capabilities: [] },
  { title: 'has the usual capabilities', capabilities: defaultCapabilities },
  { title: 'has CAP_SYS_ADMIN too', capabilities: [...defaultCapabilities, 'CAP_SYS_ADMIN'] },
]

/** What `RuntimeDefault` lets through, counted while the page is built. */
export function RuntimeDefaultCount() {
  const rows = CONTAINERS.map(it => ({ ...it, count: countRuntimeDefault(it.capabilities) }))
  const refused = countRuntimeDefault(defaultCapabilities).refused
  return (
    <div className="wide">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <div className="scroll-x" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">A container that</th>
              <th scope="col" className="right">
                Allowed
              </th>
              <th scope="col" className="right">
                Partly
              </th>
              <th scope="col" className="right">
                Refused
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ title, count }) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                <td className="right num">{count.allowed.length}</td>
                <td className="right num">{count.depends.length}</td>
                <td className="right num">{count.refused.length}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details className="count-names">
        <summary>The {refused.length} calls that are refused with the usual capabilities</summary>
        <p className="mono">{refused.join(' ')}</p>
      </details>
    </div>
  )
}
