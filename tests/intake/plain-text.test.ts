import { describe, expect, test } from 'vitest'
import { plainText } from '../../src/intake/plain-text.ts'

describe('a page becomes the paragraphs that its reader sees:', () => {
  test.each([
    [
      'blocks are paragraphs, inline elements are not',
      '<div>One <b>and</b> <i>a</i> half<p>Two</div>',
      'One and a half\n\nTwo',
    ],
    ['a break parts', '<p>One<br>Two<br/>Three</p>', 'One\n\nTwo\n\nThree'],
    [
      'references are decoded once',
      '<p>&Ccedil;&#305;ra&#x11F;an &amp;lt; A&nbsp;B &ldquo;x&rdquo; &#150;</p>',
      'Çırağan &lt; A B “x” –',
    ],
    ['what is no reference stays', '<p>AT&T, &unknown; &#0; &#xD800;</p>', 'AT&T, &unknown; � �'],
    [
      'scripts and styles are dropped',
      '<p>a</p><script>if (a<b) document.write("<p>no</p>")</script><style>p>a{}</style><p>b</p>',
      'a\n\nb',
    ],
    ['comments are dropped', '<p>a<!-- <p>no</p> --> b</p>', 'a b'],
    ['a quoted ">" does not end a tag', '<p title="a > b" class=\'>\'>text</p>', 'text'],
    ['a lone "<" is text', '<p>5 < 7 and 7 <8</p>', '5 < 7 and 7 <8'],
    ['case of tags does not matter', '<P>a</P><SCRIPT>no</ScRiPt><DIV>b</DIV>', 'a\n\nb'],
    [
      'letters that change their length in lower case shift nothing',
      '<p>İİİİ</p><script>no</script><p>İstanbul</p>',
      'İİİİ\n\nİstanbul',
    ],
    [
      'cells and list items stand alone',
      '<table><tr><td>a</td><td>b</td></tr></table><ul><li>c<li>d</ul>',
      'a\n\nb\n\nc\n\nd',
    ],
    ['what nobody closes is not shown', '<p>a</p><script>alert(1)', 'a'],
    ['a comment that nobody closes reaches to the end', '<p>a</p><!-- b <p>c</p>', 'a'],
    ['an open quote swallows its own tag at most', '<p>a</p><a href="x>b</a><p>c</p>', 'a\n\nb\n\nc'],
  ])('%s', (_what, html, text) => expect(plainText(html)).toBe(text))
})

describe('a plain text keeps its words:', () => {
  test.each([
    ['each line is a paragraph', 'One.\nTwo.\r\n\r\nThree.', 'One.\n\nTwo.\n\nThree.'],
    [
      'lines broken to a width are joined',
      `${'The talks went on for a long while in the\n'.repeat(4)}end of it.\n\nNext.`,
      `${'The talks went on for a long while in the '.repeat(4)}end of it.\n\nNext.`,
    ],
    ['marks that hide or turn text go', 'a\u200bb\u202ec\u0000d\u00ade', 'abcde'],
    ['accents are composed', 'C\u0327ırağan', 'Çırağan'],
    ['a "<" in a plain text is text', 'If a < b, then b > a.', 'If a < b, then b > a.'],
    ['half a letter is replaced', 'a\ud800b', 'a�b'],
    ['nothing is nothing', ' \n\n ', ''],
  ])('%s', (_what, raw, text) => expect(plainText(raw)).toBe(text))
})
