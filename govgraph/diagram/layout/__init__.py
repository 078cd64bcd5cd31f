"""Where everything stands in a drawing: boxes by Graphviz, lists of what is alike, lines around boxes."""
