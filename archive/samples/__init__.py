"""The sample archive: invented masters and what they said; see README.md."""
