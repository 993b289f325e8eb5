"""Official letters: the text of an administrator, the locked clauses of the law, and the PDF that leaves."""
