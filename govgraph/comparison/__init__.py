"""Two structures: what stands for what, what has changed, and what was lost on the way."""
