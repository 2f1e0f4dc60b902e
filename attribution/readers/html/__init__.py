"""HTML: tokens with exact offsets, the tree of elements, which part of a page is the article, and its paragraphs."""
