"""The report: one HTML file with nothing outside of it and no script.

- ``marks``: what a plot is made of; ``plots``: one function for each plot, from figures to marks.
- ``page``: the plots and texts in their order, made HTML by the template beside it.
"""
