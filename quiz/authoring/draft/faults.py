"""What keeps questions from being drafted: one class for each situation, with its own sentence."""

from __future__ import annotations

import shlex

from quiz.bank.files import CannotRead
from quiz.bank.problem import shown, shown_path
from quiz.errors import QuizError, UsageFault
from quiz.text import clean_line


class Unreadable(CannotRead):
    """A file without which nothing can be drafted cannot be read."""

    exit_code = 2


class NoPlainText(UsageFault):
    """The file is no text that could be read."""

    def __init__(self, path: str, what: str, cure: str) -> None:
        super().__init__(f"{shown_path(path)} {what}; {cure}.")


class OtherLanguage(UsageFault):
    """Patterns and tables are those of English."""

    def __init__(self, path: str, language: str) -> None:
        super().__init__(
            f"{shown_path(path)} is {language}; questions are drafted from English texts only. "
            "Write them with `quiz add`."
        )


class FaultyBank(QuizError):
    """The bank that is added to cannot be read."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"Nothing was drafted, since the bank has a fault. {problem}.")


class SourceMissing(QuizError):
    """The bank does not say what text it is written from."""

    def __init__(self, bank: str, text: str) -> None:
        super().__init__(
            f"{shown_path(bank)} names no text that it is written from. Add a line "
            f"`source: {shown_path(text)}` to it, or name a new bank with --into."
        )


class SourceUnreadable(Unreadable):
    """The text that the bank is written from cannot be read."""

    def __init__(self, bank: str, source: str, error: CannotRead) -> None:
        QuizError.__init__(
            self,
            f"{shown_path(bank)} says `source: {clean_line(source)}`, and that text cannot be read. {error}",
        )
        self.message, self.cure = error.message, error.cure


class OtherSource(QuizError):
    """The bank is written from another text."""

    def __init__(self, bank: str, source: str, text: str) -> None:
        super().__init__(
            f"{shown_path(bank)} is written from {shown_path(source)}, which is not what "
            f"{shown_path(text)} says: the numbers of its paragraphs would be wrong. "
            f"Draft from {shown_path(source)}, or name a new bank with --into."
        )


class Tidied(QuizError):
    """The bank has a copy of the text that was changed since it was made."""

    def __init__(self, bank: str, source: str, text: str) -> None:
        command = shlex.join(("quiz", "draft", clean_line(source), "--into", clean_line(bank)))
        super().__init__(
            f"{shown_path(bank)} is written from {shown_path(source)}, which no longer says all that "
            f"{shown_path(text)} says. Draft from the bank's own text: `{command}`."
        )


class TextThere(QuizError):
    """The text of a new bank would go where another file is."""

    exit_code = 2

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{shown_path(path)} is there already; nothing was written. A copy of the text with numbered "
            "paragraphs would go there, and it says something else. Name it as the text, or move it away."
        )


class FaultyList(QuizError):
    """A line of the list of dropped drafts tells of none."""

    def __init__(self, path: str, line: int, text: str) -> None:
        super().__init__(
            f"{shown_path(path)}:{line}: this line names no draft that was dropped: {shown(text)}. "
            "Take it out, or put `# ` before it."
        )


class NothingToDraft(QuizError):
    """The text has no paragraph."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{shown_path(path)} has no paragraph to draft from. Name a text with whole sentences."
        )
