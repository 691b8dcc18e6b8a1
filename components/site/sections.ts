/** What the header offers. A section stands here only when its pages do. */
export const SECTIONS = [
  { id: 'lessons', title: 'Lessons', href: '/lessons' },
  { id: 'labs', title: 'Labs', href: '/labs' },
  { id: 'exam', title: 'Exam', href: '/exam' },
  { id: 'playground', title: 'Playground', href: '/playground/audit-policy' },
  { id: 'progress', title: 'Progress', href: '/progress' },
  { id: 'studio', title: 'Studio', href: '/studio' },
] as const

export type Section = (typeof SECTIONS)[number]['id']
