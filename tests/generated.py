"""What is made from the code: each file and the text it should hold. Run it (`make pages`) to write them."""

from pathlib import Path

from govgraph.render import explain, json
from govgraph.rules import rulebook

ROOT = Path(__file__).parents[1]
GENERATED = {
    ROOT / "govgraph" / "rules" / "README.md": lambda: explain.page(rulebook()),
    ROOT / "govgraph.schema.json": json.render_schema,
}

if __name__ == "__main__":
    for path, make in GENERATED.items():
        path.write_text(make(), encoding="utf-8")
