"""The desk: a structure that is open in a browser, edited, judged and written; all without a page."""
