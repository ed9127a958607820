"""Hand-written rules: what small words and word lists say about a clause. Their votes are weighed by the labeller."""
