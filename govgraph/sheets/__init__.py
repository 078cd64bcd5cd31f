"""How a structure is laid out in sheets: which sheets, which columns, and how a value stands in a cell."""
