"""How right drafts are, on texts with keys: `make draft-figures PROSE=FOLDER`.

A folder has the texts, and in `keys/` a JSON file for each with what the texts state; one key may have several texts,
which are drafted together. Each figure says of how many: precision of those drafted, recall of those in the key.

Two names mean one body where they are the same but for capitals, articles, signs and what stands in brackets, or where
one is the other with more words before it, and no second name is. A relation is right where its type and both of its
ends are; types that govgraph has one word for are one type. A seat is right where its body is, and its holder, or else
the people it speaks for, or at least half of the words of its post. A key without `seats` lists only seats that bodies
hold, and one without memberships only those of parent carers: no others count then, for it says nothing of them.
"""

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from operator import eq
from pathlib import Path
from typing import Any

from govgraph.drafting.documents import read_document_text
from govgraph.drafting.engine import propose
from govgraph.drafting.passages import DocumentText
from govgraph.model import relation_keys
from govgraph.model.proposal import Proposal

Record = dict[str, Any]
ANSWERS = frozenset({"reports to", "is accountable to"})
SAYS: dict[str, tuple[frozenset[str], bool]] = {
    "reports_to": (ANSWERS, False),
    "accountable_to": (ANSWERS, False),
    "delivery_accountable_through": (frozenset({"reports to", "is overseen by", "is part of"}), False),
    "sub_group_of": (frozenset({"is part of"}), False),
    "part_of": (frozenset({"is part of"}), False),
    "oversees": (frozenset({"is overseen by"}), True),
    "overseen_by": (frozenset({"is overseen by"}), False),
    "reviews": (frozenset({"is overseen by", "is scrutinised by"}), True),
    "monitors": (frozenset({"is overseen by"}), True),
    "scrutinises": (frozenset({"is scrutinised by"}), True),
    "scrutinised_by": (frozenset({"is scrutinised by"}), False),
    "advises": (frozenset({"advises"}), False),
    "delegates_to": (frozenset({"delegates to"}), False),
    "escalates_to": (frozenset({"escalates to"}), False),
    "appoints": (frozenset({"appoints to"}), False),
    "replaces": (frozenset({"replaces"}), False),
    "consults": (frozenset({"consults"}), False),
    "works_with": (frozenset({"works with"}), False),
    "feeds_into": (frozenset({"feeds into"}), False),
    "commissions": (frozenset({"commissions"}), False),
    "informs": (frozenset({"keeps informed"}), False),
}
"""For each type of a key the words of a draft that mean it, and whether they say it from the other end."""
SEATS = frozenset({"member_of", "chairs", "leads_jointly", "leads", "co_chairs"})
_BRACKETS = re.compile(r"\(([^)]*)\)")


def plain(name: str) -> str:
    """A name as names are compared here."""
    text = re.sub(r"[’']s?\b", "", _BRACKETS.sub(" ", name).lower()).replace("-", " ").replace("&", " and ")
    text = re.sub(r"\bsub (committee|group)", r"sub\1", text)
    return " ".join(word for word in re.findall(r"\w+", text) if word not in ("the", "a", "an", "of", "our", "for"))


def names_of(body: Record) -> set[str]:
    """The names of a body of a key, as they are compared."""
    names = [body["name"], *body.get("aka", ())]
    inside = [text for name in names for text in _BRACKETS.findall(name)]
    shorter = [re.split(r" of (?:the )?(?=[A-Z])", name)[0] for name in names if " of the " in name]
    return {plain(name) for name in (*names, *inside, *shorter)} - {""}


@dataclass
class Score:
    """How many were drafted, how many of these are right, and how many of a key were found."""

    drafted: int = 0
    right: int = 0
    keyed: int = 0
    found: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Count another in."""
        self.drafted += other.drafted
        self.right += other.right
        self.keyed += other.keyed
        self.found += other.found

    def __str__(self) -> str:
        return f"precision {_share(self.right, self.drafted)}   recall {_share(self.found, self.keyed)}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:4.2f} ({part:>3} of {whole:>3})" if whole else "   - (none)    "


class Judge:
    """Compares a draft with a key."""

    def __init__(self, key: Record, draft: list[Proposal]) -> None:
        self.key, self.draft = key, draft
        self.names = {body["id"]: names_of(body) for body in key["bodies"]}
        self.bodies = self._drafted_bodies()
        self.ids = self._ids()

    def _drafted_bodies(self) -> dict[str, set[str]]:
        found = {row.body: {plain(row.body), *_inside(row.body)} for row in self.draft if row.what == "is a"}
        for row in self.draft:
            if row.what == "is also called" and row.body in found and row.value:
                found[row.body] |= {plain(row.value), *_inside(row.value)}
        return found

    def _ids(self) -> dict[str, str]:
        """The body of the key that each drafted body is; the same names first, then those with more words before."""
        ids: dict[str, str] = {}
        for name, own in self.bodies.items():
            fits = self._fitting(own, eq)
            if len(fits) == 1:
                ids[name] = fits[0]
        for name, own in self.bodies.items():
            fits = self._fitting(own, _is_longer) if name not in ids else []
            if len(fits) == 1 and fits[0] not in ids.values():
                ids[name] = fits[0]
        return ids

    def _fitting(self, own: Iterable[str], same: Callable[[str, str], bool]) -> list[str]:
        return [key for key, names in self.names.items() if any(same(one, two) for one in own for two in names)]

    def id_of(self, name: str | None) -> str | None:
        """The id in the key of a body that a draft names."""
        if name is None:
            return None
        if name in self.ids:
            return self.ids[name]
        fits = self._fitting([plain(name)], eq)
        return fits[0] if len(fits) == 1 else None

    def of_bodies(self) -> Score:
        """The score of bodies."""
        score = Score(keyed=sum(not body.get("optional") for body in self.key["bodies"]))
        allowed = {plain(name) for name in self.key.get("mentioned", ())}
        optional = {body["id"] for body in self.key["bodies"] if body.get("optional")}
        for name, own in self.bodies.items():
            found = self.ids.get(name)
            if found in optional or (found is None and own & allowed):
                continue
            score.drafted += 1
            score.right += found is not None
            score.wrong += [] if found else [name]
        there = set(self.ids.values()) - optional
        score.found = len(there)
        score.missed = [one["name"] for one in self.key["bodies"] if one["id"] not in there | optional]
        return score

    def of_relations(self) -> Score:
        """The score of relations between bodies, with type and both ends."""
        words = {mark.words for mark in relation_keys().values()} | ANSWERS
        wanted = {
            number: set(meanings(one)) for number, one in enumerate(self.key["relations"]) if one["type"] not in SEATS
        }
        may = {meaning for one in self.key.get("optional", ()) if one["type"] not in SEATS for meaning in meanings(one)}
        score = Score(keyed=len(wanted))
        found: set[int] = set()
        for row in self.draft:
            if row.what not in words or (row.what == "is accountable to" and self.id_of(row.value) is None):
                continue
            meaning = (row.what, self.id_of(row.body), self.id_of(row.value))
            fits = {number for number, own in wanted.items() if meaning in own}
            if not fits and meaning in may:
                continue
            score.drafted += 1
            score.right += bool(fits)
            score.wrong += [] if fits else [f"{row.body} {row.what} {row.value}"]
            found |= fits
        score.found = len(found)
        score.missed = [
            f"{one['from']} {one['type']} {one['to']}"
            for number, one in enumerate(self.key["relations"])
            if number in wanted and number not in found
        ]
        return score

    def of_seats(self) -> Score:
        """The score of seats, with their body and who holds them."""
        keyed = list(key_seats(self.key))
        score = Score(keyed=len(keyed))
        found: set[int] = set()
        for row in self.draft:
            if row.what != "has a seat" or not self._is_keyed(row):
                continue
            fits = {number for number, one in enumerate(keyed) if self._is_seat(row, one)}
            score.drafted += 1
            score.right += bool(fits)
            score.wrong += [] if fits else [f"{row.body}: {row.holder or row.on_behalf_of or row.as_}"]
            new = fits - found
            found |= {min(new)} if new else set()
        score.found = len(found)
        score.missed = [f"{one['body']}: {one}" for number, one in enumerate(keyed) if number not in found]
        return score

    def _is_keyed(self, row: Proposal) -> bool:
        """Whether the key says of seats like this one whether they are there."""
        if "seats" in self.key:
            return True
        if any(one["type"] in SEATS for one in self.key["relations"]):
            return row.holder is not None
        return row.on_behalf_of == "Parent carers"

    def _is_seat(self, row: Proposal, seat: Record) -> bool:
        if seat["body"] not in (self.id_of(row.body), self._family(row.body)):
            return False
        holder = self.id_of(row.holder)
        if seat.get("holder"):
            post = seat.get("as") or seat.get("post") or ""
            return holder == seat["holder"] or (holder is None and bool(post) and _alike(row, post))
        if seat.get("on_behalf_of") and row.on_behalf_of:
            return _shares(plain(row.on_behalf_of), plain(str(seat["on_behalf_of"])))
        post = seat.get("as") or seat.get("post") or ""
        return _alike(row, post) or (bool(row.role) and str(row.role) == seat.get("role") != "member" and not row.as_)

    def _family(self, body: str) -> str | None:
        """The entry of a key that stands for several bodies, of which this is one."""
        own = self.id_of(body)
        return next((one["id"] for one in self.key["bodies"] if own in one.get("members", ())), None)


def _alike(row: Proposal, post: str | list[str]) -> bool:
    wanted = post if isinstance(post, str) else " ".join(post)
    own = " ".join((*row.as_, row.on_behalf_of or "", row.holder or "" if not row.as_ else ""))
    return _shares(plain(own), plain(wanted))


def _shares(one: str, two: str) -> bool:
    """Whether two texts share at least half of the words of the shorter."""
    small = {"and", "to", "in", "at", "from", "by", "with"}
    own, other = ({word.rstrip("s") for word in text.split()} - small for text in (one, two))
    return bool(own and other) and 2 * len(own & other) >= min(len(own), len(other)) and len(own & other) > 0


def _inside(name: str) -> set[str]:
    return {plain(text) for text in _BRACKETS.findall(name)}


def _is_longer(one: str, two: str) -> bool:
    shorter, longer = sorted((one, two), key=len)
    return len(shorter.split()) > 1 and longer.endswith(" " + shorter)


def meanings(relation: Record) -> Iterator[tuple[str, str, str]]:
    """What a relation of a key is in the words of drafts."""
    words, turned = SAYS.get(relation["type"], (frozenset({relation["type"].replace("_", " ")}), False))
    ends = (relation["to"], relation["from"]) if turned else (relation["from"], relation["to"])
    for word in words:
        yield word, *ends
        if relation["type"] == "works_with":
            yield word, *ends[::-1]


def key_seats(key: Record) -> Iterator[Record]:
    """The seats of a key, each once, whether it stands among its relations, its seats or its representation."""
    seen: set[tuple[str, str]] = set()
    for one in key["relations"]:
        if one["type"] in SEATS and (one["to"], one["from"]) not in seen:
            seen.add((one["to"], one["from"]))
            yield {"body": one["to"], "holder": one["from"]}
    for one in key.get("parent_carer_representation", ()):
        if (one["body"], one["by"]) not in seen:
            seen.add((one["body"], one["by"]))
            yield {"body": one["body"], "holder": one["by"]}
    yield from key.get("seats", ())


def is_word_for_word(row: Proposal, texts: dict[str, str]) -> bool:
    """Whether the sentence of a proposal stands in its document."""
    return row.says is None or " ".join(row.says.split()) in texts.get(row.document or "", "")


def judge(path: Path) -> tuple[dict[str, Score], list[str]]:
    """The scores of a key, and what is wrong with its draft whatever the key says."""
    key = json.loads(path.read_text(encoding="utf-8"))
    folder = path.parent.parent
    documents: list[DocumentText] = [
        read_document_text(source, (folder / source).read_bytes()) for source in key["sources"]
    ]
    draft = propose(documents)
    texts = {one.name: " ".join(block.text for block in one.blocks) for one in documents}
    faults = [f"not word for word: {row.says}" for row in draft if not is_word_for_word(row, texts)]
    faults += [f"drafts an absence: {row.body}" for row in draft if row.what == "has no seat for"]
    faults += [f"drafts a complete list: {row.body}" for row in draft if row.what in ("Membership", "Lines", "Parts")]
    own = Judge(key, draft)
    faults += [
        f"drafts what the text denies: {row.body} {row.what} {row.value}"
        for row in draft
        for one in key.get("negatives", ())
        if "type" in one and (row.what, own.id_of(row.body), own.id_of(row.value)) in set(meanings(one))
    ]
    return {"bodies": own.of_bodies(), "relations": own.of_relations(), "seats": own.of_seats()}, faults


def show(name: str, scores: dict[str, Score], *, with_names: bool = False) -> None:
    """Print the figures of a text or of a folder; `with_names` says what is wrong and what was missed, too."""
    print(name)
    for kind, score in scores.items():
        print(f"  {kind:<10} {score}")
        if with_names:
            for text in (*(f"wrong:  {one}" for one in score.wrong), *(f"missed: {one}" for one in score.missed)):
                print(f"      {text}")


def figures_of(folder: str, *, with_names: bool) -> bool:
    """Print the figures of a folder; whether any of its drafts is wrong whatever the keys say."""
    total = {kind: Score() for kind in ("bodies", "relations", "seats")}
    is_faulty = False
    for path in sorted(Path(folder).joinpath("keys").glob("*.json")):
        scores, faults = judge(path)
        show(path.stem, scores, with_names=with_names)
        for fault in faults:
            print(f"  FAULT {fault}")
        is_faulty = is_faulty or bool(faults)
        for kind, score in scores.items():
            total[kind].add(score)
    show(f"All of {folder}", total)
    return is_faulty


def main(arguments: list[str]) -> int:
    """Print the figures of each key of each folder, and of each folder together; with `--all` by name, too."""
    folders = [one for one in arguments if one != "--all"]
    faulty = [folder for folder in folders if figures_of(folder, with_names="--all" in arguments)]
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
