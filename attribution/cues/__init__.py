"""Which verb, noun or phrase attributes, and what kind of act it reports."""
