"""What people do to the record. Each verb takes its object first and its actor as ``by``."""
