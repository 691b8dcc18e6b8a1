/** Just enough of AppArmor’s language to be coloured: comments, words that begin a rule, permissions, variables, strings. */
export const apparmorGrammar = {
  name: 'apparmor',
  scopeName: 'source.apparmor',
  repository: {},
  patterns: [
    { match: '^\\s*#(?!include\\b).*$|\\s#.*$', name: 'comment.line' },
    { match: '"(?:[^"\\\\]|\\\\.)*"', name: 'string.quoted' },
    { match: '(?:#include|\\binclude|\\babi)\\b|<[^>\\s]+>', name: 'string.other' },
    {
      match:
        '\\b(?:profile|hat|deny|allow|audit|owner|other|priority|file|capability|network|unix|signal|ptrace|mount|remount|umount|pivot_root|change_profile|rlimit|set|dbus|mqueue|userns|io_uring|link|alias|if|else)\\b',
      name: 'keyword.control',
    },
    { match: '@\\{\\w+\\}|\\$\\{?\\w+\\}?', name: 'constant.language' },
    { match: '(?<=\\s)[rwamlkiuxpcPCU]+(?=\\s*(?:,|->))', name: 'entity.name.tag' },
    { match: '[{},=()]|->', name: 'punctuation' },
  ],
}
