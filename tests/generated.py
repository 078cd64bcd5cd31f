"""What is made from the code: each file and the text it should hold. Run it (`make pages`) to write them."""

from pathlib import Path

from govgraph.report import explain, schema

ROOT = Path(__file__).parents[1]
GENERATED = {
    ROOT / "govgraph" / "rules" / "README.md": explain.page,
    ROOT / "govgraph.schema.json": schema.render,
}

if __name__ == "__main__":
    for path, make in GENERATED.items():
        path.write_text(make(), encoding="utf-8")
