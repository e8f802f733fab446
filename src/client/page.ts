/* What makes a page quicker to use; without it everything still works. */
