/** Watches this process's resident memory, ten times a second; `stop` answers the most it was, in MB. */
export function highestMegabytes(): { stop(): number } {
  let highest = 0
  const look = () => {
    highest = Math.max(highest, process.memoryUsage.rss())
  }
  look()
  const timer = setInterval(look, 100)
  return {
    stop() {
      clearInterval(timer)
      look()
      return Math.round(highest / 1024 / 1024)
    },
  }
}
