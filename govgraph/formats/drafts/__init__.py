"""The gate between what documents seem to say and what a structure states: only what a person confirms goes through."""
