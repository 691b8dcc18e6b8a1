import type { Metadata } from 'next'
import { monthInWords } from '#components/documents/month.ts'
import { ReferenceList } from '#components/documents/reference-list.tsx'
import { SiteDocuments } from '#components/documents/site-documents.tsx'
import { SitePage } from '#components/site/site-page.tsx'
import { documents } from '#packs/documents.ts'
import '#components/documents/documents.css'

export const metadata: Metadata = {
  title: 'Allowed documents',
  description: 'What may be read during the exam, what each page is for, and short quick references.',
}

export default async function DocumentsPage() {
  const { list, sites, documents: links, quickReferences } = await documents()
  return (
    <SitePage>
      <h1>Allowed documents</h1>
      <p className="lede">What may be read during the exam, what each page is for, and quick references of our own.</p>
      <p className="muted documents-note">
        The sites are those of the{' '}
        <a href={list.url} rel="noreferrer">
          official list
        </a>{' '}
        as it was in {monthInWords(list.asOf)}. It changes, so read it before your exam. A task may bring links of its
        own. The quick references are for practice and mock exams; in the real exam they are not there.
      </p>
      <ReferenceList pages={quickReferences} />
      {sites.map((site, at) => (
        <SiteDocuments
          key={site.url}
          id={`site-${at + 1}`}
          site={site}
          documents={links.filter(it => it.url.startsWith(site.url))}
        />
      ))}
    </SitePage>
  )
}
