"""The pages of generation: asking for films, the queue, one job, and the files of takes. None of it is public."""
