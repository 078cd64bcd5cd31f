"""What the rows of sheets are called: ids, and the names by which other rows may mean them."""

from collections.abc import Iterable

from govgraph.model.called import plain_name
from govgraph.sheets.ids import kept_whole, slug


class Names:
    """The ids of a document's name spaces, and who is called what."""

    def __init__(self) -> None:
        self._ids: dict[str, dict[str, None]] = {}
        self._titles: dict[tuple[str, str], str] = {}
        self._named: dict[str, dict[str, dict[str, None]]] = {}

    def add(self, namespace: str, key: str, names: Iterable[str]) -> None:
        """Note an id and its names."""
        self._ids.setdefault(namespace, {})[key] = None
        for name in names:
            self._titles.setdefault((namespace, key), name)
            self._named.setdefault(namespace, {}).setdefault(plain_name(name), {})[key] = None

    def ids(self, namespace: str) -> list[str]:
        """All ids of a name space."""
        return list(self._ids.get(namespace, ()))

    def called(self, namespace: str) -> list[str]:
        """What the entries of a name space are called, and their ids."""
        ids = self.ids(namespace)
        return list(dict.fromkeys((*(self._titles.get((namespace, key), key) for key in ids), *ids)))

    def resolve(self, namespace: str, text: str) -> str | None:
        """The id that a text means; None where it means none. Raises ValueError where it means several."""
        ids, wanted = self._ids.get(namespace, {}), text.strip()
        called = list(self._named.get(namespace, {}).get(plain_name(wanted), ()))
        if wanted in ids:
            if any(one != wanted for one in called):
                others = " or ".join(one for one in called if one != wanted)
                raise ValueError(
                    f"may mean {wanted}, whose Id it is, or {others}, which is called so; change one of them"
                )
            return wanted
        if len(called) > 1:
            raise ValueError(f"may mean {' or '.join(called)}, which are both called so; write the Id that is meant")
        return called[0] if called else self._by_slug(ids, wanted)

    @staticmethod
    def _by_slug(ids: dict[str, None], wanted: str) -> str | None:
        found = slug(wanted)
        return found if found in ids and kept_whole(wanted) else None
