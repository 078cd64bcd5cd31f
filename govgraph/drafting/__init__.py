"""From the documents people have to a draft of a structure: every proposal with the sentence that says so."""
