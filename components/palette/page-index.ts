import type { LabCard } from '#engine/grade/attempt-view.ts'
import { aboutKind, type Kind } from '../finding/about-kind.ts'
import { playgroundPages as playgrounds } from '../playground/kinds.ts'
import type { PageIndex } from './entry.ts'

interface Sources {
  readonly labs: readonly LabCard[]
  readonly lessons: readonly { slug: string; title: string; summary: string; domain: string; minutes: number }[]
  readonly exams: readonly { id: string; title: string; summary: string; minutes: number }[]
  readonly references: readonly { slug: string; title: string; purpose: string }[]
  readonly findings: readonly { code: string; title: string; kind: Kind }[]
  readonly domains: readonly { slug: string; number: number }[]
}

/** Everything that the palette can lead to. Nothing in it is secret, and nothing belongs to one learner. */
export function pageIndex({ labs, lessons, exams, references, findings, domains }: Sources): PageIndex {
  const note = (domain: string, minutes: number) => {
    const number = domains.find(it => it.slug === domain)?.number
    return `${number === undefined ? '' : `D${number}, `}${minutes} min`
  }
  const kinds = [...new Set(findings.map(it => it.kind))]
  return {
    labs: labs.map(({ id, title, summary, domain, minutes }) => ({
      title,
      note: note(domain, minutes),
      href: `/labs/${id}`,
      words: `${id} ${summary}`,
    })),
    lessons: lessons.map(({ slug, title, summary, domain, minutes }) => ({
      title,
      note: note(domain, minutes),
      href: `/lessons/${slug}`,
      words: `${slug} ${summary}`,
    })),
    exams: [
      { title: 'Mock exams', note: '', href: '/exam', words: 'timed clock score report earlier' },
      ...exams.map(({ id, title, summary, minutes }) => ({
        title,
        note: `${minutes} min`,
        href: `/exam/start/${id}`,
        words: `mock exam ${id} ${summary}`,
      })),
    ],
    references: [
      { title: 'Allowed documents', note: '', href: '/documents', words: 'exam documentation links quick reference' },
      ...references.map(({ slug, title, purpose }) => ({
        title,
        note: 'quick reference',
        href: `/documents/${slug}`,
        words: `${slug} ${purpose}`,
      })),
    ],
    kinds: kinds.map(kind => ({
      title: `${aboutKind[kind].name}: all findings`,
      note: `${findings.filter(it => it.kind === kind).length}`,
      href: `/findings#${kind}`,
      words: kind,
    })),
    findings: findings.map(({ code, title, kind }) => ({
      title,
      note: aboutKind[kind].name,
      href: `/findings/${code}`,
      words: `${code} ${kind}`,
    })),
    playground: playgrounds.map(({ id, title, hint }) => ({
      title: `${title} playground`,
      note: '',
      href: `/playground/${id}`,
      words: `try ask decide ${hint}`,
    })),
    studio: [
      { title: 'Studio', note: 'for instructors', href: '/studio', words: 'packs install upload prove instructor' },
    ],
  }
}
