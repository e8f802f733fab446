/** Those of the stylesheet that a drawing uses: a file has no stylesheet to ask. A test holds them to it. */
export const themes = {
  light: {
    paper: '#fff',
    wash2: '#e8ece9',
    rule: '#d5dbd7',
    ink: '#16201b',
    ink2: '#445049',
    link: '#0a5c44',
  },
  dark: {
    paper: '#101512',
    wash2: '#232b27',
    rule: '#36413b',
    ink: '#eaf0ec',
    ink2: '#bac6bf',
    link: '#79d3ae',
  },
} as const
