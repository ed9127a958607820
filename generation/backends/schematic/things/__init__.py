"""What lies on the table: hands, tools, workpieces."""
