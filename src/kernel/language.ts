const languages = new Intl.DisplayNames('en', { type: 'language' })

/** "Ukrainian (Latin)" for uk-Latn; a tag that is no language stays as it is. */
export function languageName(tag: string): string {
  try {
    return languages.of(tag) ?? tag
  } catch {
    return tag
  }
}
