"""The report as a page: one self-contained file an article, and a page that lists several."""
