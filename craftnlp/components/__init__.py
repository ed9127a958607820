"""The components of the pipeline, one file each. Their order is told in :mod:`craftnlp.pipeline` and nowhere else."""
