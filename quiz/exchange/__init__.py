"""Other formats: what other programs write, read into values of ours.

``review_csv`` reads logs of answers.
"""
