"""An article cut into paragraphs, quotations, sentences, tokens and phrases."""
