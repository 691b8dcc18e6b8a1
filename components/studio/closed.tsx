import Link from 'next/link'
import { SitePage } from '../site/site-page.tsx'
import { NotInstructor } from './not-instructor.tsx'

/** Studio to who may not come in now: no instructor, or a candidate whose own exam runs. */
export function Closed({ why }: { why: 'exam' | 'not-instructor' }) {
  return why === 'exam' ? <OwnExam /> : <NotInstructor />
}

function OwnExam() {
  return (
    <SitePage section="studio">
      <div className="state">
        <h1>Studio is closed while your exam runs.</h1>
        <p className="lede">It shows what the exam holds back. It opens again when the exam is over.</p>
        <div className="acts">
          <Link className="btn btn-primary" href="/exam">
            Go to the exam
          </Link>
        </div>
      </div>
    </SitePage>
  )
}
