"""A structure in numbers: votes and power, distance to a seat, the shape of lines. None of them is a verdict."""

from govgraph.measures.distance import Distance, distances
from govgraph.measures.lines import Span, shape_of, spans
from govgraph.measures.shape import Shape
from govgraph.measures.voting import Block, blocks

__all__ = ["Block", "Distance", "Shape", "Span", "blocks", "distances", "shape_of", "spans"]
