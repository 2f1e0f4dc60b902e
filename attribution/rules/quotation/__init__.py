"""Words in quotation marks: whose they are, and whether the marks are earned."""
