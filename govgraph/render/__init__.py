"""Reports as text: one file a format, each takes data and gives a string; and how all of them speak."""

FORMATS = ("text", "json", "sarif", "junit", "github", "gitlab", "markdown")
