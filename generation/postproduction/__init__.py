"""From frames to a finished film: stamp, encode, label, probe, hash. Only :mod:`.mastering` is light to import."""
