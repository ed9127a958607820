"""The commands of ``python -m craftnlp``, one file each."""
