/** What a bug report needs of a fault. The server keeps its own words to itself: its digest finds them in its log. */
export function faultDetails(error: Error & { digest?: string }): readonly string[] {
  return [
    `fault    ${error.name}: ${error.message.split('\n')[0]}`,
    ...(error.digest ? [`report   ${error.digest}`] : []),
    ...(typeof location === 'undefined' ? [] : [`page     ${location.pathname}`]),
  ]
}
