"""What the tests of the rules on prompts share: questions of a line or two, and what is found in them."""

from __future__ import annotations

from quiz.authoring.check import check
from quiz.authoring.material import material
from quiz.authoring.rule import questions
from quiz.authoring.rules.wording import RULES


def told(body: str) -> list[tuple[str, str]]:
    """Return code and message of what is found."""
    bank = material(questions(body).bank.encode(), "b.yaml", "b", lambda _: {})
    assert bank.problems == ()
    return [(one.code, one.message) for one in check([bank], RULES)]


def codes(body: str) -> set[str]:
    return {code for code, _ in told(body)}


def choice(ask: str, answer: str = "Como", *wrong: str) -> str:
    listed = "".join(f'    - "{option}"\n' for option in wrong or ("Rhine", "Aare"))
    return f'- ask: "{ask}"\n  answer: "{answer}"\n  wrong:\n{listed}'


def typed(ask: str) -> str:
    return f'- ask: "{ask}"\n  answer: Como\n'


def claim(text: str) -> str:
    return f'- claim: "{text}"\n  answer: true\n'
