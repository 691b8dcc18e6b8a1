import Link from 'next/link'
import type { PackView } from '#engine/grade/pack-view.ts'
import { counted } from '../ui/amounts.ts'
import { Glyph } from '../ui/glyph.tsx'
import { Icon } from '../ui/icon.tsx'
import { fileMark, fileTree, labMark, type Mark } from './file-tree.ts'
import { studioPath } from './paths.ts'

interface PackTreeProps {
  readonly pack: PackView
  readonly version: string
  /** The lab that is open. */
  readonly lab?: string | undefined
  /** The file that is open; its path in the pack. */
  readonly file?: string | undefined
}

const labWords: Readonly<Record<Mark, string>> = {
  error: 'has faults',
  missed: 'the proof does not hold',
  warning: 'has warnings',
  earned: 'proved',
  open: 'not proved since the last change',
}

/** The labs and files of a pack, with what is known of each. The lab that is open shows its files. */
export function PackTree({ pack, version, lab, file }: PackTreeProps) {
  const { id, contents, files } = pack
  const tree = fileTree(
    files.map(({ path }) => path),
    lab,
  )
  const leaf = (path: string, name: string) => (
    <li key={path}>
      <Link
        href={studioPath(id, { version, file: path })}
        prefetch={false}
        aria-current={path === file ? 'page' : undefined}
      >
        <Icon name="file" />
        <span className="tree-name">{name}</span>
        <FileMark path={path} pack={pack} />
      </Link>
    </li>
  )
  return (
    <nav className="st-side" id="files" aria-label="Labs and files of the pack">
      <div className="row">
        <Link className="tree-pack" href={studioPath(id, { version })} prefetch={false}>
          {id}
        </Link>
        {pack.version !== undefined && <span className="tag">{pack.version}</span>}
      </div>
      <ul className="tree">
        {tree.files.map(path => leaf(path, path))}
        {contents.map(it => (
          <li key={it.slug}>
            <Link
              href={studioPath(id, { lab: it.slug, version })}
              prefetch={false}
              aria-current={it.slug === lab && file === undefined ? 'page' : undefined}
            >
              <Icon name={it.slug === lab ? 'chevron-down' : 'chevron'} />
              <span className="tree-name">{it.slug}</span>
              <Glyph className="end" name={labMark(it, pack)} label={labWords[labMark(it, pack)]} />
            </Link>
            {it.slug === lab && (
              <ul>
                {tree.lab.files.map(({ path, name }) => leaf(path, name))}
                {tree.lab.folders.map(({ name, files }) => (
                  <li key={name}>
                    <details open={files.some(({ path }) => path === file)}>
                      <summary>
                        <Icon name="chevron" className="ic-turn" />
                        <Icon name="folder" />
                        <span className="tree-name">{name}</span>
                        <span className="end meta">{files.length}</span>
                      </summary>
                      <ul>{files.map(({ path, name }) => leaf(path, name))}</ul>
                    </details>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function FileMark({ path, pack }: { path: string; pack: PackView }) {
  const found = fileMark(path, pack)
  if (found === undefined) return null
  const label = counted(found.count, found.mark === 'warning' ? 'warning' : 'problem')
  return <Glyph className="end" name={found.mark} label={label} />
}
