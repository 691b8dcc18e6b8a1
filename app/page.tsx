import { SitePage } from '#components/site/site-page.tsx'

export default function Home() {
  return (
    <SitePage>
      <h1>Practise for the CKS exam, and learn why.</h1>
    </SitePage>
  )
}
