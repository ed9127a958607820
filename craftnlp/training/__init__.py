"""Training of the labeller: the corpus of marked sentences, and how the weights are made from it and measured."""
