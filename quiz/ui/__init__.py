"""Screens: questions, feedback, figures. Knows values, never the store or the study room."""
