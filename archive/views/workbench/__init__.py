"""The archivist's workbench: transcripts come in, proposals are confirmed value by value."""
