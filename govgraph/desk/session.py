"""The desk: one structure that is open, its live report, and everything that can be done with it."""

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from govgraph.desk import edits, what_ifs
from govgraph.desk.answering import Answers
from govgraph.desk.confirming import answered, assert_readable
from govgraph.desk.examples import EXAMPLES, example_file
from govgraph.desk.history import History
from govgraph.desk.judging import Judge
from govgraph.desk.opened import OpenText, Reading, Readings, open_files, open_text
from govgraph.desk.own_tables import own_note, written_tables
from govgraph.desk.protocol import Edit, Example, Kind, Picture, State, Written
from govgraph.desk.refilling import refilled, states_the_same
from govgraph.desk.shown import refusal
from govgraph.desk.stating import Stated, state_of
from govgraph.desk.tables import OpenTables
from govgraph.desk.unfinished import MENDING, NOTHING_YET, written_unfinished
from govgraph.engine import Run
from govgraph.model import Structure
from govgraph.model.faults import Fault, InputError, input_error
from govgraph.model.references import assert_sound

if TYPE_CHECKING:
    from govgraph.desk.picture import Sketch

_NEW = "structure.xlsx"


class Session:
    """What is open. Each method gives plain data; what cannot be done raises InputError and changes nothing."""

    def __init__(self) -> None:
        self._history: History | None = None
        self._readings = Readings()
        self._judge = Judge(None, "")
        self._name = ""
        self._stated = Stated()
        self._answers = Answers()
        self._sketch: Sketch | None = None

    def open(self, files: Sequence[tuple[str, bytes]]) -> State:
        """Open files, which make one structure together, in the place of what is open."""
        content, reading, name = open_files(files)
        readings = Readings()
        readings.pin(content, reading)
        self._begin(History(content), readings, name)
        return self._state()

    def examples(self) -> list[Example]:
        """The structures that are there to begin with."""
        return [{"key": key, "title": each.title, "about": each.about} for key, each in EXAMPLES.items()]

    def example(self, key: str) -> State:
        """Open one of them."""
        return self.open([example_file(key)])

    def blank(self) -> State:
        """Open a structure in which nothing stands yet."""
        self._begin(History(OpenTables.of_structure(_NEW, Structure())), Readings(), _NEW)
        return self._state()

    def act(self, edit: Edit) -> State:
        """Make an edit, and say how things stand then."""
        history = self._open_history()
        before = history.content
        if edit["do"] == "text":
            self._mend_text(edit["text"])
        elif not isinstance(before, OpenTables):
            raise input_error(MENDING)
        elif edit["do"] == "set" or edit["do"] == "add" or edit["do"] == "delete":
            marks = self._readings.of(before).marks
            after, words = edits.edited(before, edit, marks, self._judge.opened)
            if after is not before:
                history.add(words, after)
        elif edit["do"] == "confirm":
            after, words = answered(before, edit, self._reading())
            assert_readable(self._reading(), self._readings.of(after))
            history.add(words, after)
        else:
            structure = self._structure()
            if edit["do"] == "seat":
                changed, words = what_ifs.with_seat(structure, edit)
            elif edit["do"] == "remove":
                changed, words = what_ifs.without_body(structure, edit)
            else:
                changed, words = self._answers.record(structure, edit)
            history.add(words, self._refilled(before, structure, changed))
        return self._state()

    def undo(self) -> State:
        """Take the last edit back."""
        self._open_history().undo()
        return self._state()

    def redo(self) -> State:
        """Make an edit again that was taken back."""
        self._open_history().redo()
        return self._state()

    def picture(self) -> Picture:
        """The diagram of what is open."""
        from govgraph.desk.picture import Sketch  # a first report needs nothing that draws

        self._sketch = self._sketch or Sketch()
        structure = self._structure()
        if not structure.bodies:
            raise input_error(NOTHING_YET)
        return self._sketch.draw(structure, self._judged()[0], self._compared(), self._stated.revision)

    def write(self, kind: Kind, body: str = "") -> Written:
        """What is open as a file of some kind; `body` is the id of the body that a sheet is about."""
        from govgraph.desk.outputs import STRUCTURE, names_note, written  # as above

        history, structure = self._open_history(), self._reading().structure
        content, opened = history.content, history.opened
        if structure is None:
            return written_unfinished(kind, content, opened, self._name)
        if kind == "workbook" and isinstance(content, OpenTables) and content.is_own:
            note = " ".join(filter(None, [own_note(content, opened), names_note(structure)]))
            return written_tables(content, self._name, note)
        if not structure.bodies and kind not in STRUCTURE:
            raise input_error(NOTHING_YET)
        made = written(kind, structure, self._judged()[0], self._compared(), self._name, body)
        if kind == "workbook" and isinstance(content, OpenTables) and (anew := own_note(content, opened)):
            made["note"] = " ".join(filter(None, [anew, made.get("note")]))
        return made

    def saved(self, name: str) -> State:
        """Take what is open for saved under a name; it is still compared with what was opened."""
        history = self._open_history()
        history.saved = history.content
        self._name = name or self._name
        return self._state()

    def call(self, method: str, arguments: str, files: Sequence[Sequence[Any]] = ()) -> str:
        """The JSON of what a method gives; `{"refused": [...]}` where it cannot be done.

        `arguments` is a JSON list; `files` are the names and bytes for `open`.
        """
        plain = (self.examples, self.example, self.blank, self.act, self.undo, self.redo, self.saved)
        methods: dict[str, Callable[..., Any]] = {each.__name__: each for each in (*plain, self.picture, self.write)}
        try:
            if method == "open":
                answer: Any = self.open([(str(name), bytes(data)) for name, data in files])
            else:
                answer = methods[method](*json.loads(arguments))
        except InputError as error:
            answer = {"refused": [refusal(fault) for fault in error.faults]}
        return json.dumps(answer, ensure_ascii=False)

    def _begin(self, history: History, readings: Readings, name: str) -> None:
        self._history, self._readings, self._name = history, readings, name
        self._judge = Judge(readings.of(history.opened).structure, name)
        self._stated.forget()
        self._answers = Answers()
        self._sketch = None

    def _open_history(self) -> History:
        if self._history is None:
            raise input_error("Nothing is open yet.")
        return self._history

    def _structure(self) -> Structure:
        structure = self._reading().structure
        if structure is None:
            raise input_error(MENDING)
        return structure

    def _reading(self) -> Reading:
        return self._readings.of(self._open_history().content)

    def _refilled(self, before: OpenTables, structure: Structure, changed: Structure) -> OpenTables:
        """The tables with what a changed structure states. Raises InputError where it contradicts itself."""
        assert_sound(changed)
        for with_names in (True, False):
            tables = refilled(before, self._reading().marks, structure, changed, with_names=with_names)
            read = self._readings.of(tables).structure
            if read is not None and states_the_same(read, changed):
                return tables
        return OpenTables.of_structure(before.path, changed)

    def _mend_text(self, text: str) -> None:
        history = self._open_history()
        before = history.content
        if not isinstance(before, OpenText):
            raise input_error("What is open is no text: change its cells.")
        content, reading = open_text(OpenText(before.path, text))
        self._readings.pin(content, reading)
        history.add("the change of the text", content)

    def _compared(self) -> Structure | None:
        """What is compared with, where something was changed."""
        history = self._open_history()
        return self._judge.opened if history.content != history.opened else None

    def _judged(self) -> tuple[Run | None, tuple[Fault, ...]]:
        """The report on what is open; none, with why, where it cannot be read, or nothing of it could be checked."""
        reading = self._reading()
        if reading.structure is None or not reading.structure.bodies:
            return None, reading.faults  # of a draft of which nothing is confirmed, there is nothing to judge
        try:
            return self._judge.run(reading.structure, compared=self._compared() is not None), ()
        except InputError as error:
            return None, tuple(error.faults)

    def _state(self) -> State:
        run, faults = self._judged()
        return state_of(self._open_history(), self._name, self._reading(), faults, run, self._stated)
