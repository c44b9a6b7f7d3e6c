"""Full-text search for any text a person types: no character of it is read as query syntax."""


def fts5_query(text: str) -> str:
    """A text as an FTS5 query: all its words must be there, in any order.

    A word is what stands between blanks; what punctuation keeps apart in it must follow each other. A word that ends
    in `*` finds all that begin with it. A text without a word finds nothing.
    """
    # SQLite reads a query up to the first NUL, and takes no half of a surrogate pair.
    legal = text.replace("\0", " ").encode("utf-8", "ignore").decode()
    return " ".join(map(_phrase, legal.split())) or '""'


def _phrase(word: str) -> str:
    begins = len(word) > 1 and word.endswith("*")
    quoted = (word[:-1] if begins else word).replace('"', '""')
    return f'"{quoted}"{"*" if begins else ""}'
