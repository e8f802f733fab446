import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Article, Lexicon, Suggestion } from '../intake/article.ts'
import { checksOn } from '../intake/checks.ts'
import { askedBy, type KnownRound, knownRounds } from '../intake/known-round-reads.ts'
import { noNames } from '../intake/lexicon.ts'
import { lexiconFor } from '../intake/lexicon-reads.ts'
import { measured, scoresOf } from '../intake/measure.ts'
import { checkLines, furnitureLines, roundLines, scoreLines, suggestionLines } from '../intake/printed.ts'
import { readArticle } from '../intake/read-article.ts'
import { dayOf, suggestionsIn } from '../intake/suggest.ts'
import type { Config } from '../kernel/config.ts'
import { readDate } from '../kernel/read-date.ts'
import { command, Misuse, say, withRecord } from './command.ts'

const help = `npm run intake -- FILE [--date 2025-07-23] [--expect FILE.json]
Prints what the desk would suggest for a text or an HTML page, where in the text it stands, and what the checks find odd.
English texts only. --date is the day against which "Tuesday" or "July 23" are read. Names are looked up in the record of
DATABASE_URL; without one, only the words of the text are used. Nothing is stored.
--expect compares with a JSON file of lists and tells for each how many of the expected were found, which were missed, and
which suggestions were not expected. The lists: ${measured.join(', ')}.`

const options = { date: { type: 'string' }, expect: { type: 'string' } } as const
const expectation = z.strictObject({
  reference: z.string().optional(),
  ...Object.fromEntries(measured.map((kind) => [kind, z.array(z.string()).optional()])),
})

await command(help, options, async ({ config, positionals: [file], options }) => {
  if (!file) throw new Misuse(help)
  const expected = typeof options.expect === 'string' ? readExpectation(options.expect) : null
  const reference = referenceOf(options.date ?? expected?.reference)
  const article = readArticle(readFileSync(file, 'utf8'))
  const { lexicon, rounds } = await known(
    config,
    article,
    (lexicon) => suggestionsIn(article, lexicon, { reference }),
    reference,
  )
  const suggestions = suggestionsIn(article, lexicon, { reference })
  const checks = checksOn(article, suggestions, lexicon, { reference })
  section('Left out as furniture of the page', furnitureLines(article))
  section('Suggestions, by paragraph and letter', suggestionLines(article, suggestions))
  section('Checks', checkLines(article, checks))
  section('Rounds on record that may be this one', roundLines(rounds))
  if (expected) section('Compared with what was expected', scoreLines(scoresOf(suggestions, expected)))
})

/** What the record knows of the text; nothing where there is no record. */
async function known(
  config: Config,
  article: Article,
  suggest: (lexicon: Lexicon) => Suggestion[],
  reference: string | null,
): Promise<{ lexicon: Lexicon; rounds: KnownRound[] }> {
  if (!existsSync(config.database)) {
    say(`There is no record at ${config.database}: names are taken from the text alone.`)
    return { lexicon: noNames, rounds: [] }
  }
  let [lexicon, rounds]: [Lexicon, KnownRound[]] = [noNames, []]
  await withRecord(config, async (db) => {
    lexicon = await lexiconFor(db, article)
    rounds = await knownRounds(db, askedBy(article.text, suggest(lexicon), reference))
  })
  return { lexicon, rounds }
}

function referenceOf(typed: string | boolean | undefined): string | null {
  if (typeof typed !== 'string') return null
  const date = readDate(typed)
  if (dayOf(date) === null) throw new Misuse(`--date must be one day, such as 2025-07-23, not "${typed}".`)
  return date
}

function readExpectation(file: string) {
  const read = expectation.safeParse(parsed(file))
  if (!read.success)
    throw new Misuse(
      `${file} must be a JSON object of lists: ${measured.join(', ')}. ${read.error.issues[0]?.message}`,
    )
  return read.data as Partial<Record<(typeof measured)[number], string[]>> & { reference?: string }
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw new Misuse(`${file} is not JSON: ${error.message}`)
    throw error
  }
}

function section(title: string, lines: string[]): void {
  say(`\n${title}: ${lines.length === 0 ? 'none' : ''}`)
  for (const line of lines) say(`  ${line}`)
}
