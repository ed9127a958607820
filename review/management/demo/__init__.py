"""The demonstration: the main job on real parts, from the sample transcripts to the public page."""
