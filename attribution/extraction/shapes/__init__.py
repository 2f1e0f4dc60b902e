"""One module for each shape of sentence in which somebody is said to have said something."""
