export default function Home() {
  return <main>Breakwater</main>
}
