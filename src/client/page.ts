/* What makes a page quicker to use; without it everything still works. */
import { copyTexts } from './copy.ts'
import { echoDates } from './echo.ts'
import { suggestAsTyped } from './suggest.ts'

echoDates()
suggestAsTyped()
copyTexts()
document.querySelector<HTMLElement>('[role="alert"][tabindex]')?.focus()
