"""What holds for every text whatever: texts to try, what is asserted of each, and who tries them."""
