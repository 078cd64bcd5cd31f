"""A structure as a picture."""
