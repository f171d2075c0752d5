"""The command line: one file for each command, and one place where errors become sentences."""
