"""``quiz exam``: a fixed number of questions, a time limit, a mark at the end."""

from __future__ import annotations

import json
import pathlib
import secrets
from typing import TYPE_CHECKING, NamedTuple

import click

from quiz.bank.problem import shown_path
from quiz.cli.common import choosing_options, desk, settings_options, show_faults
from quiz.cli.exam import Exam, ExamClock, ExamHost
from quiz.cli.exam_options import MOST_QUESTIONS, WHOLE, PartType, new_file, parts_once, typed_seed
from quiz.cli.lines import say
from quiz.cli.signals import Signals
from quiz.errors import QuizError
from quiz.progress.exam import exam_json
from quiz.review import Mode
from quiz.store import candidates, sitting_lock, sittings
from quiz.study.choosing import choose
from quiz.study.exam import ExamPlan, close, pick, plan_from, result_of
from quiz.study.planning import begin, taken_up
from quiz.ui.choose import open_screen
from quiz.ui.exam import given_words, result_lines, result_text
from quiz.ui.words import count

if TYPE_CHECKING:
    from quiz.cli.common import Desk
    from quiz.settings import Settings
    from quiz.store.sittings import Planned
    from quiz.study.exam import Part
    from quiz.ui.screen import Screen

NUMBER, PASSED_FROM = 20, 60
MOST_MINUTES = 24 * 60

RAN_OUT = "An exam was begun earlier, and its time ran out meanwhile. This is its result."


class Wish(NamedTuple):
    """What kind of exam is wanted; None and empty where nothing was said of it."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    kinds: tuple[str, ...]
    number: int | None
    minutes: int | None
    mark: int | None
    parts: tuple[Part, ...]
    seed: str | None

    def plan(self) -> ExamPlan:
        """Return the plan of a new exam."""
        number = self.number or sum(part.number for part in self.parts) or NUMBER
        mark = PASSED_FROM if self.mark is None else self.mark
        return ExamPlan(number, self.minutes, mark / WHOLE, self.parts)

    def choice(self) -> list[list[str]]:
        """Return what was chosen to be asked, as it is kept with the plan."""
        return [[*self.words], [*self.tags], [*self.kinds]]

    def differs(self, planned: Planned) -> bool:
        """Whether anything that was said is not so in an exam that was begun earlier."""
        plan = plan_from(planned.plan["exam"])
        said = (
            (self.number, plan.number),
            (self.minutes, plan.minutes),
            (None if self.mark is None else self.mark / WHOLE, plan.passed_from),
            (self.parts or None, plan.parts),
            (self.seed, planned.plan["seed"]),
            (self.choice() if any(self.choice()) else None, planned.plan["choice"]),
        )
        return any(now is not None and now != then for now, then in said)


class NoExam(QuizError):
    """There is no exam whose result could be shown, or that could be given up."""

    def __init__(self, *, given_up: bool) -> None:
        what = "No exam is open." if given_up else "No exam was held yet."
        super().__init__(f"{what} `quiz exam` begins one.")


class StillOpen(QuizError):
    """The last exam is not over, and nothing is told of it before."""

    def __init__(self) -> None:
        super().__init__(
            "The last exam is not over, and nothing is told before it is. `quiz exam` goes on with it; "
            "`quiz exam --give-up` hands it in as it is."
        )


class ResultNotWritten(QuizError):
    """The result's file cannot be written; the exam itself is kept."""

    def __init__(self, path: pathlib.Path, reason: str) -> None:
        super().__init__(
            f"{shown_path(str(path))} cannot be written: {reason.lower()}. The exam is kept; "
            "`quiz exam --last --out FILE` writes its result."
        )


@click.command("exam")
@choosing_options
@click.option(
    "--number",
    type=click.IntRange(1, MOST_QUESTIONS),
    metavar="N",
    help=f"How many questions [default: what the parts hold, or {NUMBER}].",
)
@click.option(
    "--minutes",
    type=click.IntRange(1, MOST_MINUTES),
    metavar="N",
    help="The time limit [default: none]; no crash stops the clock.",
)
@click.option(
    "--pass",
    "mark",
    type=click.IntRange(0, WHOLE),
    metavar="N",
    help=f"Per cent of the points needed [default: {PASSED_FROM}].",
)
@click.option(
    "--part",
    "parts",
    type=PartType(),
    multiple=True,
    callback=parts_once,
    help="N questions with a tag, or of a kind or bank, with PASS % needed; repeatable.",
)
@click.option("--seed", metavar="TEXT", callback=typed_seed, help="The same seed gives the same exam.")
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=pathlib.Path),
    callback=new_file,
    help="Write the result into a new file, .md or .json.",
)
@click.option("--last", is_flag=True, help="Show the result of the last exam again.")
@click.option("--give-up", is_flag=True, help="Hand in the exam that is open, as it is.")
@click.option("--plain", is_flag=True, help="Line by line, for pipes and screen readers.")
@settings_options
def command(  # noqa: PLR0913 - one argument for each option
    *,
    settings: Settings,
    words: tuple[str, ...],
    tags: tuple[str, ...],
    kinds: tuple[str, ...],
    number: int | None,
    minutes: int | None,
    mark: int | None,
    parts: tuple[Part, ...],
    seed: str | None,
    out: pathlib.Path | None,
    last: bool,
    give_up: bool,
    plain: bool,
) -> None:
    """Hold an exam: nothing is told before the end, and memory is left alone.

    BANK_OR_TAG narrows it as in `quiz start`. An exam that was left or cut off goes on where
    it stood, with the clock running meanwhile.
    """
    wish = Wish(words, tags, kinds, number, minutes, mark, parts, seed)
    signals = Signals()
    with desk(settings) as opened, sitting_lock(settings.db), signals.caught():
        show_faults(opened.loaded)
        planned = sittings.latest(opened.store, Mode.EXAM)
        over: Planned | None
        if last or give_up:
            over = _over(opened, planned, give_up=give_up)
        else:
            over = _held(opened, planned, wish, open_screen(plain=plain), signals)
        if over is not None:
            _tell(opened, over, out)


def _over(opened: Desk, planned: Planned | None, *, give_up: bool) -> Planned:
    """Return the last exam, which is over, or is now that it was given up or its time ran out."""
    if planned is None or (give_up and planned.ended_at is not None):
        raise NoExam(given_up=give_up)
    if planned.ended_at is not None:
        return planned
    clock = ExamClock(opened, planned)
    if not give_up and not clock.is_over():
        raise StillOpen
    return close(opened.store, planned, clock.now())


def _held(
    opened: Desk, planned: Planned | None, wish: Wish, screen: Screen, signals: Signals
) -> Planned | None:
    """Hold the exam that is open, or else one that begins; return it when it is over, and not only left."""
    goes_on = planned is not None and planned.ended_at is None
    if planned is None or not goes_on:
        planned = _begun(opened, wish)
    clock = ExamClock(opened, planned)
    if goes_on and clock.is_over():
        screen.say(RAN_OUT)
        return close(opened.store, planned, clock.now())
    if goes_on:
        screen.say(_going_on(planned, clock, wish))
    sitting = taken_up(opened.store, opened.clock, planned, terms=opened.terms())
    if not ExamHost(Exam(sitting, clock), screen, signals).run():
        return None
    return close(opened.store, planned, clock.now())


def _begun(opened: Desk, wish: Wish) -> Planned:
    """Return a new exam, whose plan is on disk."""
    scope = choose(opened.store, opened.loaded.banks, wish.words, tags=wish.tags, kinds=wish.kinds)
    plan, seed = wish.plan(), wish.seed or secrets.token_hex(4)
    picked = pick(candidates.everything(opened.store, scope), plan, seed)
    begin(
        opened.store,
        opened.clock,
        [one.candidate for one in picked],
        terms=opened.terms(),
        seed=seed,
        mode=Mode.EXAM,
        more={"exam": plan.as_json(), "parts": [one.part for one in picked], "choice": wish.choice()},
    )
    (planned, *_) = sittings.of_mode(opened.store, Mode.EXAM)
    return planned


def _going_on(planned: Planned, clock: ExamClock, wish: Wish) -> str:
    number, left = len(planned.plan["cards"]), clock.left()
    told = (
        f"An exam of {count(number, 'question')} was begun earlier; it goes on{f', {left}' if left else ''}."
    )
    other = " What you chose now does not hold for it; `quiz exam --give-up` hands it in as it is."
    return told + (other if wish.differs(planned) else "")


def _tell(opened: Desk, planned: Planned, out: pathlib.Path | None) -> None:
    """Show the result, and write it where that is wanted."""
    result = result_of(opened.store, planned)
    for line in result_lines(result):
        say(line)
    if out is None:
        return
    text = result_text(result)
    if out.suffix.casefold() == ".json":
        values = exam_json(result, given=[given_words(task) for task in result.tasks])
        text = json.dumps(values, ensure_ascii=False, indent=2) + "\n"
    try:
        with out.open("x", encoding="utf-8", errors="replace") as file:
            file.write(text)
    except OSError as error:
        raise ResultNotWritten(out, error.strerror or str(error)) from error
    say(f"The result stands in {shown_path(str(out))}.")
