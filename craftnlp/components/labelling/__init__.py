"""Learned role labels: a linear-chain CRF over characters, trained on sentences of our own (:mod:`craftnlp.training`).

It only marks spans of the text; it can invent nothing. Numbers never pass through it: those are read by the grammar.
"""
