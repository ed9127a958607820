"""The public site: pages that anyone may read, and the files on them."""
