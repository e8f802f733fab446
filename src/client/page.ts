/* What makes a page quicker to use; without it everything still works. */
import { echoDates } from './echo.ts'
import { suggestAsTyped } from './suggest.ts'

echoDates()
suggestAsTyped()
document.querySelector<HTMLElement>('[role="alert"][tabindex]')?.focus()
